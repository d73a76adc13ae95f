using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>Makes backtests of one instrument.</summary>
internal static class RunBench
{
    public static readonly Instrument Eurusd = Pair("EUR", "USD", 5);

    public static Instrument Pair(string baseCurrency, string profitCurrency, int digits) => new()
    {
        Symbol = baseCurrency + profitCurrency, Digits = digits, ContractSize = 100_000, BaseCurrency = baseCurrency, ProfitCurrency = profitCurrency,
    };

    public static BacktestSetup Setup(
        BarSeries bars, Instrument instrument, AccountOptions account, Strategy strategy, string size = "lots:1", SpreadModel? spread = null, Func<InstrumentSetup, InstrumentSetup>? costs = null) => new()
        {
            Account = account,
            Sizer = SizerSpec.Parse(size),
            Markets = [Market(bars, instrument, [strategy], spread, costs)],
        };

    public static BacktestMarket Market(
        BarSeries bars, Instrument instrument, IReadOnlyList<Strategy> strategies, SpreadModel? spread = null, Func<InstrumentSetup, InstrumentSetup>? costs = null)
    {
        var setup = new InstrumentSetup { Instrument = instrument, BarLength = bars.Timeframe.Length(), Bars = PointBars.From(instrument, bars, spread ?? SpreadModel.None) };
        return new BacktestMarket
        {
            Setup = costs?.Invoke(setup) ?? setup,
            Timeframe = bars.Timeframe,
            Views = [View(bars, strategies)],
        };
    }

    public static StrategyView View(BarSeries bars, IReadOnlyList<Strategy> strategies) =>
        new(bars, [.. strategies.Select((s, i) => new NamedStrategy($"s{i}", s))]);
}
