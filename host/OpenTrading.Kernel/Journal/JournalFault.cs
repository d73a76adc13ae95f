namespace OpenTrading.Kernel.Journal;

/// <summary>The first place at which a journal is not what it should be.</summary>
/// <param name="File">The full path of the file.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Offset">Of the line's first byte, from 0.</param>
/// <param name="Seq">The sequence number the record there should have.</param>
public sealed record JournalFault(JournalFaultKind Kind, string File, long Line, long Offset, long Seq, string Reason)
{
    /// <summary>What should stand there, where that can be said: a hash, or a sequence number.</summary>
    public string? Expected { get; init; }

    /// <summary>What stands there instead.</summary>
    public string? Found { get; init; }

    public override string ToString() => Kind == JournalFaultKind.TornTail
        ? $"{File}:{Line}: the last line is torn: {Reason}. Starting the host sets it aside."
        : $"{File}:{Line}: seq {Seq} is broken: {Reason}. Restore the file from a copy; do not edit it.";
}
