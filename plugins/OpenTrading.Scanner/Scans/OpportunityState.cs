namespace OpenTrading.Scanner.Scans;

/// <summary>What became of an opportunity on the bars after it.</summary>
public enum OpportunityState
{
    /// <summary>Neither stop nor target was reached yet.</summary>
    Open,

    /// <summary>Neither was reached within the bars that are watched.</summary>
    Expired,

    /// <summary>The target was reached first.</summary>
    HitTarget,

    /// <summary>The stop was reached first, or on the same bar.</summary>
    HitStop,
}
