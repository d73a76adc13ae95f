namespace OpenTrading.Kernel.Journal.Calls;

/// <summary>Whether a call was answered or refused.</summary>
public enum CallResult
{
    /// <summary>Answered.</summary>
    Ok,

    /// <summary>Refused, or failed.</summary>
    Error,
}
