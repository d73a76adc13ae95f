using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Kept backtests side by side.</summary>
internal sealed record CompareResult : RecordResult
{
    /// <summary>The runs, in the order asked.</summary>
    public required IReadOnlyList<ComparedRow> Rows { get; init; }

    /// <summary>Which run is best, by metric; metrics that only describe, or in which several are best, are left out.</summary>
    public required IReadOnlyDictionary<string, string> Best { get; init; }

    /// <summary>Whether they ran on the same prices with the same capital, so that the figures can be held against each other.</summary>
    public required bool Comparable { get; init; }

    /// <summary>Settings in which they differ.</summary>
    public required IReadOnlyList<ComparedSetting> Differences { get; init; }

    /// <summary>Of two comparable runs, probability of so large a difference of Sharpe ratios between equal strategies (Jobson, Korkie, Memmel).</summary>
    public double? PValue { get; init; }
}
