namespace OpenTrading.Kernel.Journal;

/// <summary>When a record is on disk.</summary>
public enum Durability
{
    /// <summary>At most 200 ms after the append returned.</summary>
    Buffered,

    /// <summary>Before the append returns: whatever the record announces may happen then.</summary>
    Durable,

    /// <summary>As <see cref="Durable"/>, and also accepted after a write error: kill switch, closing and risk-reducing orders.</summary>
    Protective,
}
