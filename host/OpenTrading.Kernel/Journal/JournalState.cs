namespace OpenTrading.Kernel.Journal;

public enum JournalState
{
    /// <summary>Everything is accepted.</summary>
    Open,

    /// <summary>A write failed; only <see cref="Durability.Protective"/> records are accepted until the host starts again.</summary>
    Failed,

    /// <summary>The chain was broken when it was opened; nothing is accepted and no byte of it is touched.</summary>
    ReadOnly,

    Closed,
}
