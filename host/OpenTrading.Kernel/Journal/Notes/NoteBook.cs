using System.Text.Json;

namespace OpenTrading.Kernel.Journal.Notes;

/// <summary>The notes of the journal, the newest in memory. Fed record by record, in order.</summary>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class NoteBook
{
    private const int Capacity = 20_000;

    private readonly Lock _gate = new();
    private readonly List<JournalNote> _notes = [];
    private readonly Dictionary<(string Actor, string Key), (string Hash, string EntryId, DateTime Time)> _keys = [];

    /// <summary>Notes, newest first.</summary>
    public IReadOnlyList<JournalNote> Newest
    {
        get
        {
            lock (_gate)
            {
                return [.. Enumerable.Reverse(_notes)];
            }
        }
    }

    /// <summary>The note of an id; null when there is none.</summary>
    public JournalNote? Find(string entryId) => Newest.FirstOrDefault(n => n.EntryId == entryId);

    /// <summary>Tags of all notes on trades, by trade.</summary>
    public ILookup<string, string> TagsByTrade() => Newest
        .Where(n => n.TradeId is not null)
        .SelectMany(n => n.Tags.Select(tag => (TradeId: n.TradeId!, Tag: tag)))
        .Distinct()
        .ToLookup(t => t.TradeId, t => t.Tag, StringComparer.Ordinal);

    /// <summary>What an earlier call under a key has made; null when there was none. Keys live as long as the journal.</summary>
    internal (string Hash, string EntryId, DateTime Time)? Under(string actor, string key)
    {
        lock (_gate)
        {
            return _keys.TryGetValue((actor, key), out (string Hash, string EntryId, DateTime Time) made) ? made : null;
        }
    }

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Type != JournalNote.RecordType)
        {
            return;
        }

        JsonElement note = record.Payload;
        string entryId = note.Text("entryId")!;
        lock (_gate)
        {
            _notes.Add(new JournalNote(
                entryId,
                record.Seq,
                record.Time,
                record.Actor,
                note.Text("title") ?? "",
                note.Text("symbol"),
                note.Text("tradeId"),
                note.TryGetProperty("tags", out JsonElement tags) ? [.. tags.EnumerateArray().Select(t => t.GetString()!)] : [],
                note.Text("amends")));
            if (_notes.Count > Capacity)
            {
                _notes.RemoveAt(0);
            }

            if (note.Text("key") is { } key)
            {
                _keys[(record.Actor, key)] = (note.Text("payloadHash") ?? "", entryId, record.Time);
            }
        }
    }
}
