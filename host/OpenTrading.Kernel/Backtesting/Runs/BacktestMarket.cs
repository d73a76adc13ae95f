using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>One instrument of a backtest: its prices, its costs, and who trades it.</summary>
/// <threadsafety>Immutable; prices are shared by all runs.</threadsafety>
public sealed record BacktestMarket
{
    /// <summary>The instrument with its costs and its bars in points.</summary>
    public required InstrumentSetup Setup { get; init; }

    /// <summary>Length of the bars in <see cref="Setup"/>.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Who trades, and what they see.</summary>
    public required IReadOnlyList<StrategyView> Views { get; init; }

    /// <summary>Bars of a lower timeframe that show what happened inside each bar; null leaves it to the intrabar model.</summary>
    public PointBars? Lower { get; init; }

    /// <summary>Ticks to match against in place of the bars; null matches against bars.</summary>
    public TickSeries? Ticks { get; init; }

    /// <summary>The bars.</summary>
    public PointBars Bars => Setup.Bars!;
}
