using OpenTrading.Scanner.Opportunities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Scanner.Scans;

/// <summary>What a scan found.</summary>
public sealed record ScanResult : DataResult
{
    /// <summary><c>scn_</c> and a ULID.</summary>
    public required string ScanId { get; init; }

    /// <summary>Symbols that could be read.</summary>
    public required int Scanned { get; init; }

    /// <summary>What it found, the best first.</summary>
    public required IReadOnlyList<Opportunity> Opportunities { get; init; }

    /// <summary>Symbols that could not be read, and why.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
