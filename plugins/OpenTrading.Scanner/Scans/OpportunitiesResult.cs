using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Scanner.Scans;

/// <summary>Opportunities of past scans.</summary>
public sealed record OpportunitiesResult : RecordList
{
    /// <summary>The opportunities, newest first.</summary>
    public required IReadOnlyList<PastOpportunity> Opportunities { get; init; }
}
