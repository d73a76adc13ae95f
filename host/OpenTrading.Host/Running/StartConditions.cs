using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running;

/// <summary>What must hold before a host starts.</summary>
internal static class StartConditions
{
    /// <summary>Refuses a configuration that cannot run: made-up prices must never stand beside real money, nor under the name of a real market.</summary>
    /// <exception cref="HomeException">It is one.</exception>
    public static void RequireFit(HostConfiguration configuration)
    {
        if (!configuration.Instruments.TryGetValue(configuration.Run.Symbol, out Instrument? instrument))
        {
            throw new HomeException($"run.symbol '{configuration.Run.Symbol}' is unknown; add it to {configuration.Market.Instruments}.");
        }

        if (configuration.Run.Source == "synthetic" && !configuration.IsForSimulated)
        {
            throw new HomeException("risk.env_lock.env is not paper, and run.source is synthetic: made-up prices never stand beside real money; use config/paper.toml, or a source of real prices.");
        }

        if (configuration.Run.Source == "synthetic" && instrument.BaseCurrency != "SYN")
        {
            throw new HomeException($"run.source is synthetic, but {instrument.Symbol} is a real market; use a symbol whose base is SYN, such as TREND1.");
        }
    }

    /// <summary>Refuses a source that has no prices of something that the account holds.</summary>
    /// <param name="held">Symbols of positions and orders.</param>
    /// <param name="markets">What there are prices of.</param>
    /// <param name="home">Whose account it is.</param>
    /// <exception cref="HomeException">It is one.</exception>
    public static void RequireMarkets(IEnumerable<string> held, IReadOnlyList<PricedInstrument> markets, HomeFolder home)
    {
        string[] missing = [.. held.Where(symbol => markets.All(m => m.Setup.Instrument.Symbol != symbol))];
        if (missing.Length > 0)
        {
            throw new HomeException(
                $"{home.Root}: the paper account holds {string.Join(", ", missing)}, of which run.source has no prices; run that source until the account is flat, or name a fresh home with --home.");
        }
    }
}
