namespace OpenTrading.Kernel.Journal;

public enum JournalFaultKind
{
    /// <summary>The last line has no end: the writer was killed in the middle of it. Opening the journal sets it aside.</summary>
    TornTail,

    /// <summary>A complete line fails parse, hash, sequence or chain: somebody or something changed the file.</summary>
    Broken,
}
