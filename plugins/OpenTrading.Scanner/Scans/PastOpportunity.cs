using OpenTrading.Scanner.Opportunities;

namespace OpenTrading.Scanner.Scans;

/// <summary>An opportunity of the past, and what became of it.</summary>
public sealed record PastOpportunity : Opportunity
{
    /// <summary>Of an opportunity all that it is.</summary>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    internal PastOpportunity(Opportunity found, string scanId, DateTime time, OpportunityState? state)
        : base(found) => (ScanId, Time, State) = (scanId, time, state);

    /// <summary>The newest scan that found it.</summary>
    public string ScanId { get; }

    /// <summary>UTC market time of that scan.</summary>
    public DateTime Time { get; }

    /// <summary>What became of it; absent where its market is no longer there.</summary>
    public OpportunityState? State { get; }
}
