using OpenTrading.Sdk.Naming;

namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Every metric there is, in the order in which reports write them. Objectives of sweeps name them by key.</summary>
public static class MetricCatalog
{
    /// <summary>The metrics in their groups.</summary>
    public static IReadOnlyList<MetricGroup> Groups { get; } =
    [
        ProfitMetrics.Group, DrawdownMetrics.Group, DailyMetrics.Group, BarMetrics.Group, TradeMetrics.Group,
        RiskMetrics.Group, ExcursionMetrics.Group, ActivityMetrics.Group, CostBreakdown.Group,
    ];

    /// <summary>All metrics.</summary>
    public static IReadOnlyList<Metric> All { get; } = [.. Groups.SelectMany(g => g.Metrics)];

    /// <summary>The metric of a key.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Metric Named(string key)
    {
        if (All.FirstOrDefault(m => m.Key == key) is { } metric)
        {
            return metric;
        }

        string hint = Suggestion.Nearest(key, All.Select(m => m.Key)) is { } near ? $" Did you mean '{near}'?" : "";
        throw new ArgumentException($"There is no metric '{key}'.{hint} Metrics: {string.Join(", ", All.Select(m => m.Key))}.");
    }
}
