namespace OpenTrading.Kernel.Journal.Notes;

/// <summary>A note that somebody made. Its text stays in the journal.</summary>
/// <param name="EntryId"><c>jrn_</c> and a ULID.</param>
/// <param name="Seq">Its record.</param>
/// <param name="Time">UTC.</param>
/// <param name="Actor">Who made it.</param>
/// <param name="Title">Title.</param>
/// <param name="Symbol">Instrument it is about; null for none.</param>
/// <param name="TradeId">Trade it is about; null for none.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Amends">Note that it corrects or adds to; null for none.</param>
public sealed record JournalNote(
    string EntryId, long Seq, DateTime Time, string Actor, string Title, string? Symbol, string? TradeId, IReadOnlyList<string> Tags, string? Amends)
{
    /// <summary>Type of the records.</summary>
    public const string RecordType = "journal.entry";
}
