namespace OpenTrading.Kernel.Journal;

/// <summary>What verification found. The value is the exit code of <c>audit verify</c>.</summary>
public enum JournalVerdict
{
    Ok = 0,
    TornTail = 1,
    Broken = 2,
    /// <summary>The chain holds, and is not what was signed: a signature is wrong, or a root is another.</summary>
    BadCheckpoint = 3,
    Unreadable = 4,
}
