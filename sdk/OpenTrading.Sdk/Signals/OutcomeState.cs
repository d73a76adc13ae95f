namespace OpenTrading.Sdk.Signals;

/// <summary>How a signal would have ended.</summary>
public enum OutcomeState
{
    /// <summary>Neither stop nor target was reached yet.</summary>
    Open,

    /// <summary>The target was reached first.</summary>
    Target,

    /// <summary>The stop was reached first, or on the same bar.</summary>
    Stop,

    /// <summary>Neither was reached within the bars that are watched.</summary>
    Expired,

    /// <summary>The price never came to the pending entry.</summary>
    Unfilled,
}
