using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Equity of a kept backtest at the end of its days, oldest first.</summary>
internal sealed record EquityResult : RecordResult
{
    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>Names of the columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>Whether days were left out. What is there did happen; nothing is averaged.</summary>
    public required bool Downsampled { get; init; }
}
