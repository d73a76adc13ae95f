namespace OpenTrading.Kernel.Journal;

/// <summary>The result of verifying a journal.</summary>
/// <param name="Records">How many were verified.</param>
/// <param name="LastSeq">Of the last good record; 0 if there is none.</param>
/// <param name="LastHash">Of the last good record.</param>
/// <param name="Fault">The first fault, if any.</param>
/// <param name="Message">One line for people.</param>
public sealed record JournalVerification(
    JournalVerdict Verdict, long Records, long LastSeq, string LastHash, JournalFault? Fault, string Message)
{
    public int ExitCode => (int)Verdict;
}
