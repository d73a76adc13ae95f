namespace OpenTrading.Kernel.Journal;

/// <summary>The append-only, hash-chained record of everything that happened. Thread-safe; records have one order.</summary>
public interface IJournal
{
    /// <summary>Appends a record stamped with the journal's clock.</summary>
    /// <param name="actor"><c>host</c>, <c>broker</c>, <c>client:ID</c>, <c>strategy:ID</c> or <c>operator:ID</c>.</param>
    /// <param name="type">What happened, such as <c>order.proposed</c>.</param>
    /// <param name="payload">Read during the call only. Secrets are redacted and long text is cut before hashing.</param>
    /// <param name="durability">When the record must be on disk.</param>
    /// <returns>The record's sequence number.</returns>
    /// <exception cref="JournalException">The record is not in the journal; what it announces must not happen.</exception>
    /// <exception cref="ArgumentException">The payload has no canonical form.</exception>
    long Append(string actor, string type, JournalPayload payload, Durability durability);
}
