using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>The limits of a backtest: none, those of the configuration in force, or those of a profile, on the instruments of the former.</summary>
/// <param name="Name"><c>off</c>, <c>config</c> or the profile, as the report tells it.</param>
/// <param name="Gate">The gate; null lets orders pass unasked.</param>
internal sealed record RiskTerms(string Name, GateTerms? Gate)
{
    /// <summary>Hash of everything that decides about an order; empty where nothing does.</summary>
    public string Hash => Gate?.Settings.ConfigHash ?? "";

    /// <summary>Understands the text of <c>--risk</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="configuration">The configuration in force.</param>
    /// <param name="plugins">Plugins, whose rules a profile may limit.</param>
    /// <exception cref="FormatException">It is no profile.</exception>
    /// <exception cref="Configuration.Binding.ConfigurationException">The profile has faults; all of them are listed.</exception>
    public static RiskTerms Read(string text, HostConfiguration configuration, PluginCatalog plugins)
    {
        if (text == BacktestTerms.RiskOff)
        {
            return new RiskTerms(text, null);
        }

        if (text == BacktestTerms.RiskOfConfiguration)
        {
            return new RiskTerms(text, GateOf(configuration, configuration));
        }

        (string name, string file) = new RiskProfiles(configuration).Require(text);
        HostConfiguration profile = ConfigurationLoader.Load(file, instruments: configuration.Instruments);
        return new RiskTerms(name, GateOf(profile.PluginRules!.BindLimits(profile, plugins), configuration));
    }

    /// <summary>The instrument with the slippage that the limits assume at its stops, so that entries are sized by what the gate reckons.</summary>
    public Instrument On(Instrument instrument) => Gate?.Settings.StopSlippage.On(instrument) ?? instrument;

    // Which account a configuration is for, and that an operator lets it trade, are no limits: where it is for one at a broker, its limits are those of the
    // account of this run, which reaches none.
    private static GateTerms GateOf(HostConfiguration limits, HostConfiguration configuration) => limits.IsForSimulated
        ? new(limits.Rules, limits.Risk, configuration.Instruments)
        : new(SimulatedRules.InPlaceOf(limits.Rules), limits.Risk with { InitialState = TradingState.Active }, configuration.Instruments);
}
