using OpenTrading.Host.Plugins;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Host.Tests.Plugins;

/// <summary>Runs a loaded strategy for one bar.</summary>
internal static class StrategyRun
{
    private static readonly Dictionary<string, string> Defaults = [];

    /// <summary>Confidence of the one signal that it emits.</summary>
    public static double Confidence(PluginSet plugins, string id)
    {
        Strategy strategy = plugins.Catalog.Strategies[id].Create(Defaults, out _);
        var market = new Market();
        var bars = new BarWindow();
        bars.Add(new Bar(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), 1, 1, 1, 1, 1, 1));
        strategy.OnBar(new StrategyContext(new Instrument { Symbol = "EURUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD" }, Timeframe.H1, bars, market));
        return Assert.Single(market.Signals).Confidence;
    }

    private sealed class Market : IStrategyMarket
    {
        public List<Signal> Signals { get; } = [];

        public IReadOnlyList<Position> Positions => [];

        public IReadOnlyList<WorkingOrder> Orders => [];

        public void Emit(Signal signal) => Signals.Add(signal);

        public void Emit(ManageIntent intent)
        {
        }
    }
}
