using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>How a result bears dearer and later trading.</summary>
internal sealed record CostResult : RecordResult
{
    /// <summary>The run with all costs multiplied, rising.</summary>
    public required IReadOnlyList<CostRow> Rows { get; init; }

    /// <summary>Multiplier at which nothing is left, by straight lines between the rows; null where none of them crosses it.</summary>
    public double? BreakEvenMultiplier { get; init; }

    /// <summary>The run with fills that come later.</summary>
    public required IReadOnlyList<DelayRow> DelayBars { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }
}
