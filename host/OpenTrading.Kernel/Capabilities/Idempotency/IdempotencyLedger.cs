using System.Collections.Concurrent;
using System.Text;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Capabilities.Idempotency;

/// <summary>
/// Lets a call under one key have its effect once: the same call again gets the first answer, another one under that key is refused. Answers
/// are kept in the journal, so that a restart forgets none; those with a secret in them stay in memory, the newest alone.
/// </summary>
/// <param name="journal">Where answers are kept.</param>
/// <param name="book">What it holds; null where nothing is kept beyond this run.</param>
/// <remarks>Between an effect and its answer on disk a host can die: orders are then found by their own ledger, under the same keys.</remarks>
internal sealed class IdempotencyLedger(IJournal journal, AnswerBook? book)
{
    /// <summary>How many answers stay in memory.</summary>
    public const int MostInMemory = 10_000;

    private readonly ConcurrentDictionary<UInt128, Entry> _calls = new();
    private readonly ConcurrentQueue<UInt128> _order = new();

    /// <summary>Runs a call, or answers as it was answered before.</summary>
    /// <exception cref="Sdk.Capabilities.CapabilityException">The key is malformed, or belongs to another call.</exception>
    public async Task<CallOutcome> RunAsync(KeyedCall call, Func<Task<CallOutcome>> run)
    {
        call.RequireKey();
        var own = new Entry(call.Hash, new Lazy<Task<Answer>>(() => FirstAsync(call, run)));
        Entry entry = _calls.GetOrAdd(call.Id, own);
        if (entry.Hash != call.Hash)
        {
            throw call.Conflict();
        }

        bool isOwn = ReferenceEquals(entry, own);
        try
        {
            Answer answer = await entry.Answer.Value.ConfigureAwait(false);
            if (isOwn)
            {
                Retain(call.Id, own, answer);
            }

            return isOwn && !answer.WasThere ? answer.Outcome : Replayed(answer.Outcome);
        }
        catch when (isOwn)
        {
            // A refused call had no effect; the same key may try again.
            _calls.TryRemove(KeyValuePair.Create(call.Id, own));
            throw;
        }
    }

    private async Task<Answer> FirstAsync(KeyedCall call, Func<Task<CallOutcome>> run)
    {
        if (book?.Find(call) is { } there)
        {
            return new Answer(there, IsKept: true, WasThere: true);
        }

        CallOutcome outcome = await run().ConfigureAwait(false);
        return new Answer(outcome, outcome.Error is null && TryKeep(call, outcome), WasThere: false);
    }

    private bool TryKeep(KeyedCall call, CallOutcome outcome)
    {
        if (book is null || AnswerRecords.Write(call, outcome) is not { } record)
        {
            return false;
        }

        try
        {
            journal.Append(call.Actor, AnswerRecords.RecordType, record, Durability.Durable);
            return true;
        }
        catch (JournalException)
        {
            // The effect is there and its caller must hear of it; for the rest of this run memory remembers.
            return false;
        }
    }

    // What the journal has needs no place here; what failed may be tried again.
    private void Retain(UInt128 id, Entry own, Answer answer)
    {
        if (answer.IsKept || answer.Outcome.Error is not null)
        {
            _calls.TryRemove(KeyValuePair.Create(id, own));
            return;
        }

        _order.Enqueue(id);
        while (_order.Count > MostInMemory && _order.TryDequeue(out UInt128 oldest))
        {
            _calls.TryRemove(oldest, out _);
        }
    }

    // The first answer, byte for byte, with one member more; where its form is laid down elsewhere, with one fact more.
    private static CallOutcome Replayed(CallOutcome outcome) =>
        outcome.Raw is { } raw ? outcome with { Raw = raw with { Facts = raw.Facts.Append(KeyValuePair.Create("replayed", "true")).DistinctBy(f => f.Key).ToDictionary() } }
        : outcome.Body.Span.EndsWith(Mark) ? outcome
        : outcome with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(outcome.Body.Span)[..^1] + ",\"replayed\":true}") };

    private static ReadOnlySpan<byte> Mark => ",\"replayed\":true}"u8;

    /// <summary>An answer, whether the journal has it, and whether an earlier call left it there.</summary>
    private sealed record Answer(CallOutcome Outcome, bool IsKept, bool WasThere);

    private sealed record Entry(string Hash, Lazy<Task<Answer>> Answer);
}
