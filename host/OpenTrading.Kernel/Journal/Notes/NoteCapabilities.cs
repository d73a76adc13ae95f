using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Journal.Index;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Notes;

/// <summary>The trading journal: what people and clients write down about trades.</summary>
/// <param name="journal">Where notes are kept.</param>
/// <param name="index">Finds their texts again.</param>
/// <param name="notes">The notes.</param>
/// <param name="trades">The closed trades, which are entries too.</param>
/// <param name="paging">Whose cursors.</param>
/// <param name="time">The wall clock.</param>
public sealed class NoteCapabilities(IJournal journal, JournalIndex index, NoteBook notes, TradeBook trades, Paging paging, TimeProvider time)
{
    private const string NoteTag = "opentrading:note:v1";
    private const int LongestTitle = 200;
    private const int MostTags = 20;
    private const int LongestTag = 40;

    private readonly Lock _adding = new();

    /// <summary>Lists entries, or shows one.</summary>
    [Capability("list_journal_entries", "journal", Effect.Read, "GET /journal", Errors = [ErrorCode.NotFound])]
    [Description("Notes and closed trades, newest first; one entry with its text by entryId.")]
    public JournalEntries ListJournalEntries(
        ICallContext call,
        string? entryId = null,
        string? symbol = null,
        string? tag = null,
        DateTime? from = null,
        DateTime? to = null,
        [Range(1, 5000)] int limit = 20,
        string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        EntryRow[] rows = entryId is null
            ? [.. All().Where(e => (symbol is null || symbol.Equals(e.Symbol, StringComparison.OrdinalIgnoreCase)) && (tag is null || e.Tags.Contains(tag.ToLowerInvariant()))
                && (from is null || e.Time >= from) && (to is null || e.Time < to))]
            : [All().FirstOrDefault(e => e.EntryId == entryId) ?? throw Missing("entry", entryId, "List them with list_journal_entries.")];
        Page<EntryRow> page = paging.CutAfter(rows, e => e.EntryId, limit, cursor, Paging.Query("list_journal_entries", entryId, symbol, tag, from?.Ticks, to?.Ticks));
        return new JournalEntries
        {
            Summary = entryId is not null ? rows[0].Title : $"{rows.Length} entries: {rows.Count(r => r.Kind == EntryKind.Note)} notes, {rows.Count(r => r.Kind == EntryKind.Trade)} closed trades.",
            AsOf = Now,
            Entries = page.Items,
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
            Detail = entryId is null ? null : Detail(rows[0]),
        };
    }

    /// <summary>Makes a note.</summary>
    [Capability("add_journal_entry", "journal", Effect.Simulate, "POST /journal", Errors = [ErrorCode.NotFound, ErrorCode.Conflict])]
    [Description("Writes a note; amends adds to an earlier one, which stays.")]
    public EntryAdded AddJournalEntry(
        ICallContext call,
        [StringLength(LongestTitle)] string title,
        string text,
        string? symbol = null,
        string? tradeId = null,
        [StringLength(MostTags)] string[]? tags = null,
        [Description("entryId added to")] string? amends = null,
        string? idempotencyKey = null)
    {
        string[] words = [.. (tags ?? []).Select(t => t.Trim().ToLowerInvariant()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];
        if (words.FirstOrDefault(t => t.Length > LongestTag) is { } tag)
        {
            throw new CapabilityException(ErrorCode.ValidationError, $"Tag '{tag[..LongestTag]}...' is longer than {LongestTag} characters", "Shorten it.", [new ErrorDetail(["tags"], "too long")]);
        }

        string? original = amends is null ? null : (notes.Find(amends) ?? throw Missing("entry", amends, "List them with list_journal_entries.")) is { Amends: { } first } ? first : amends;
        if (tradeId is not null && trades.Find(tradeId) is null)
        {
            throw Missing("closed trade", tradeId, "List them with list_journal_entries.");
        }

        string? key = idempotencyKey ?? call.IdempotencyKey;
        var note = new JournalPayload { ["title"] = title, ["text"] = text, ["symbol"] = symbol?.ToUpperInvariant(), ["tradeId"] = tradeId, ["tags"] = JournalArray.From(words, t => t), ["amends"] = original };
        string hash = CanonicalHash.Of(NoteTag, note);

        // Two calls under one key must not both find that there was none.
        lock (_adding)
        {
            return key is not null && notes.Under(call.Caller.Actor, key) is { } made
                ? made.Hash == hash ? Added(title, made.EntryId, made.Time) : throw new CapabilityException(ErrorCode.Conflict, $"idempotencyKey '{key}' was used for another entry", "Use a new key for a new entry.")
                : Write(call.Caller.Actor, title, note, key, hash);
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static CapabilityException Missing(string what, string id, string remedy) => new(ErrorCode.NotFound, $"There is no {what} {id}", remedy);

    private EntryAdded Write(string actor, string title, JournalPayload note, string? key, string hash)
    {
        string entryId = Ulid.New("jrn_", time.GetUtcNow());
        note["entryId"] = entryId;
        note["key"] = key;
        note["payloadHash"] = hash;
        long seq = journal.Append(actor, JournalNote.RecordType, note, Durability.Durable);
        return Added(title, entryId, notes.Find(entryId)?.Time ?? throw new InvalidOperationException($"The note of record {seq} is in the journal and was not read back."));
    }

    private EntryAdded Added(string title, string entryId, DateTime at) => new() { Summary = $"Noted: {title}", AsOf = Now, EntryId = entryId, Time = at };

    // Amendments are shown with what they amend.
    private IEnumerable<EntryRow> All()
    {
        IReadOnlyList<ClosedTrade> closed = trades.Newest;
        ILookup<string, string> tags = notes.TagsByTrade();
        var results = closed.ToDictionary(t => t.TradeId, t => t.R, StringComparer.Ordinal);
        return notes.Newest.Where(n => n.Amends is null)
            .Select(n => (n.Seq, Row: new EntryRow(n.EntryId, n.Time, EntryKind.Note, n.Symbol, n.TradeId, n.Title, n.Tags, n.TradeId is null ? null : results.GetValueOrDefault(n.TradeId))))
            .Concat(closed.Select(t => (t.Seq, Row: new EntryRow(t.TradeId, t.RecordedAt, EntryKind.Trade, t.Symbol, t.TradeId, Title(t), [.. tags[t.TradeId]], t.R))))
            .OrderByDescending(e => e.Seq)
            .Select(e => e.Row);
    }

    private static string Title(ClosedTrade trade) => string.Create(
        CultureInfo.InvariantCulture, $"{trade.Symbol} {(trade.Side > 0 ? "buy" : "sell")} {trade.Lots} closed at {trade.Exit} by {trade.ExitReason}: {trade.Net:+0.00;-0.00;0.00}");

    private EntryDetail Detail(EntryRow row) => new(
        row.Kind == EntryKind.Note ? TextOf(notes.Find(row.EntryId)!) : $"{row.Title}. See review_trade.",
        [.. notes.Newest.Where(n => n.Amends == row.EntryId).Reverse().Select(n => new Amendment(n.EntryId, n.Time, n.Title, TextOf(n)))]);

    private string TextOf(JournalNote note) => index.Read(note.Seq, note.Seq).Single().Payload.Text("text") ?? "";
}
