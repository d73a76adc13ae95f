using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Notes;

/// <summary>The trading journal: notes and closed trades, newest first.</summary>
public sealed record JournalEntries : RecordList
{
    /// <summary>The entries.</summary>
    public required IReadOnlyList<EntryRow> Entries { get; init; }

    /// <summary>All of the one entry that was asked for; null where a list was.</summary>
    public EntryDetail? Detail { get; init; }
}

/// <summary>An entry in the list.</summary>
/// <param name="EntryId">Id of the note, or of the trade.</param>
/// <param name="Time">When it was recorded, UTC.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Symbol">Instrument; null for none.</param>
/// <param name="TradeId">Trade; null for none.</param>
/// <param name="Title">Title.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="R">Result of the trade in multiples of its risk; null where there is none.</param>
public sealed record EntryRow(string EntryId, DateTime Time, EntryKind Kind, string? Symbol, string? TradeId, string Title, IReadOnlyList<string> Tags, decimal? R);

/// <summary>What an entry is.</summary>
public enum EntryKind
{
    /// <summary>Somebody wrote it.</summary>
    Note,

    /// <summary>A closed trade.</summary>
    Trade,
}

/// <summary>All of an entry.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Amendments">What was added to it later, oldest first.</param>
public sealed record EntryDetail(string Text, IReadOnlyList<Amendment> Amendments);

/// <summary>What was added to an entry later.</summary>
/// <param name="EntryId">Its own id.</param>
/// <param name="Time">UTC.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text.</param>
public sealed record Amendment(string EntryId, DateTime Time, string Title, string Text);
