using OpenTrading.Kernel.Backtesting.Metrics;

namespace OpenTrading.Kernel.Backtesting.Reports.Comparison;

/// <summary>Runs side by side, the first of which is what the others are measured against.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class ComparedRuns
{
    /// <summary>More lines than this in one chart tell nothing.</summary>
    public const int Most = 10;

    /// <summary>Takes the runs.</summary>
    /// <exception cref="ArgumentException">There are fewer than two or more than ten, or two of one name.</exception>
    public ComparedRuns(IReadOnlyList<ComparedRun> runs)
    {
        if (runs.Count is < 2 or > Most)
        {
            throw new ArgumentException($"A comparison takes 2 to {Most} runs, not {runs.Count}.", nameof(runs));
        }

        if (runs.GroupBy(r => r.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two runs are named {twice.Key}. Give each a name of its own.", nameof(runs));
        }

        Runs = runs;
    }

    /// <summary>The runs.</summary>
    public IReadOnlyList<ComparedRun> Runs { get; }

    /// <summary>Runs with the best value of a metric; none where it describes only, or all are alike.</summary>
    public IReadOnlyList<ComparedRun> Best(Metric metric)
    {
        double[] values = [.. Runs.Select(r => r.Metrics[metric.Key]).Where(double.IsFinite)];
        if (metric.Aim == MetricAim.None || values.Distinct().Count() < 2)
        {
            return [];
        }

        double best = metric.Aim == MetricAim.Higher ? values.Max() : values.Min();
        return [.. Runs.Where(r => r.Metrics[metric.Key] == best)];
    }

    /// <summary>Settings in which the runs differ, with the value of each; null where one has no such setting.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string?> Values)> Differences() =>
    [
        .. Runs.SelectMany(r => r.Settings.Select(s => s.Name)).Distinct(StringComparer.Ordinal)
            .Select(name => (name, Values: (IReadOnlyList<string?>)[.. Runs.Select(r => r.Settings.Where(s => s.Name == name).Select(s => s.Value).FirstOrDefault())]))
            .Where(s => s.Values.Distinct(StringComparer.Ordinal).Count() > 1),
    ];
}
