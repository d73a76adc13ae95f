using OpenTrading.Sdk.Statistics;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>How much and how long was traded.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ActivityMetrics
{
    /// <summary>Bars at whose end a position was open, over all bars.</summary>
    public required double Exposure { get; init; }

    /// <summary>Mean number of bars from entry to exit.</summary>
    public required double AverageBarsInTrade { get; init; }

    /// <summary>Units times price of all fills, account currency.</summary>
    public required double Turnover { get; init; }

    /// <summary>Turnover over mean equity, a year.</summary>
    public required double TurnoverPerYear { get; init; }

    internal static MetricGroup Group { get; } = new("Activity",
    [
        new("exposure", "Exposure", MetricUnit.Fraction, MetricAim.None, "Bars that ended with an open position, over all bars.", s => s.Activity.Exposure),
        new("averageBarsInTrade", "Average bars in a trade", MetricUnit.Quantity, MetricAim.None, "Mean number of bars from entry to exit.", s => s.Activity.AverageBarsInTrade),
        new("turnover", "Turnover", MetricUnit.Money, MetricAim.None, "Units times price of all fills.", s => s.Activity.Turnover),
        new("turnoverPerYear", "Turnover a year", MetricUnit.Ratio, MetricAim.None, "Turnover over mean equity, a year.", s => s.Activity.TurnoverPerYear),
    ]);

    /// <summary>Computes them.</summary>
    public static ActivityMetrics Of(RunRecord run)
    {
        long bars = 0;
        foreach (SimulatedTrade trade in run.Trades)
        {
            bars += run.Curve.BarAt(trade.ExitTime) - run.Curve.BarAt(trade.EntryTime);
        }

        double turnover = 0;
        foreach (SimulatedFill fill in run.Fills)
        {
            turnover += fill.Notional;
        }

        return new ActivityMetrics
        {
            Exposure = (double)run.BarsInMarket / run.Curve.Count,
            AverageBarsInTrade = (double)bars / run.Trades.Count,
            Turnover = turnover,
            TurnoverPerYear = turnover / Moments.Mean(run.Curve.Equity) / run.Curve.Years,
        };
    }
}
