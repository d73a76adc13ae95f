using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>What an import stored.</summary>
public sealed record ImportResult : DataResult
{
    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Sound rows of the file.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows the store did not hold before.</summary>
    public required int Added { get; init; }

    /// <summary>The first bad rows; they were left out.</summary>
    public required IReadOnlyList<RejectedLine> Rejected { get; init; }

    /// <summary>All bad rows.</summary>
    public required long RejectedCount { get; init; }

    /// <summary>Time of the file's first sound row.</summary>
    public required DateTime From { get; init; }

    /// <summary>Time of the file's last sound row.</summary>
    public required DateTime To { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }
}
