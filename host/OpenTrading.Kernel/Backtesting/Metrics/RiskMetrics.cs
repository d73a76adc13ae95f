using OpenTrading.Sdk.Statistics;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Results in multiples of what was at risk: R = net over the money between entry and first stop loss. Trades without a stop have none.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RiskMetrics
{
    /// <summary>Trades that had a stop loss.</summary>
    public required int Trades { get; init; }

    /// <summary>Mean R.</summary>
    public required double AverageR { get; init; }

    /// <summary>Standard deviation of R, with n - 1.</summary>
    public required double DeviationR { get; init; }

    /// <summary>System quality number on R.</summary>
    public required double SqnR { get; init; }

    internal static MetricGroup Group { get; } = new("Multiples of risk",
    [
        new("tradesWithRisk", "Trades with a stop", MetricUnit.Count, MetricAim.None, "Trades whose risk is known from their first stop loss.", s => s.Risk.Trades),
        new("averageR", "Average R", MetricUnit.Ratio, MetricAim.Higher, "Mean net in multiples of the money between entry and first stop loss.", s => s.Risk.AverageR),
        new("stdevR", "Deviation of R", MetricUnit.Ratio, MetricAim.Lower, "Standard deviation of R, with n - 1.", s => s.Risk.DeviationR),
        new("sqnR", "System quality on R", MetricUnit.Ratio, MetricAim.Higher, "System quality number of the R multiples.", s => s.Risk.SqnR),
    ]);

    /// <summary>Computes them.</summary>
    public static RiskMetrics Of(IReadOnlyList<SimulatedTrade> trades)
    {
        double[] multiples = [.. trades.Select(MultipleOf).Where(double.IsFinite)];
        return new RiskMetrics
        {
            Trades = multiples.Length,
            AverageR = Moments.Mean(multiples),
            DeviationR = Moments.Deviation(multiples),
            SqnR = TradeMetrics.Quality(multiples, multiples.Length),
        };
    }

    /// <summary>Net of a trade in multiples of its initial risk; NaN where it had no stop loss.</summary>
    public static double MultipleOf(SimulatedTrade trade) => trade.InitialRisk is > 0 and var risk ? trade.Net / risk : double.NaN;
}
