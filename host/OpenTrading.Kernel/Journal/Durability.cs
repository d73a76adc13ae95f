namespace OpenTrading.Kernel.Journal;

/// <summary>When a record is on disk.</summary>
public enum Durability
{
    /// <summary>At most 200 ms after the append returned.</summary>
    Buffered,

    /// <summary>
    /// Before the next <see cref="Durable"/> record is, and at most 200 ms after the append returned. The journal is one line of records: the disk has all that came
    /// before one that it has, and once a record is lost no durable one follows. For a step without an effect that leads at once to one that is waited for.
    /// </summary>
    Ordered,

    /// <summary>Before the append returns: whatever the record announces may happen then.</summary>
    Durable,

    /// <summary>As <see cref="Durable"/>, and also accepted after a write error: kill switch, closing and risk-reducing orders.</summary>
    Protective,
}
