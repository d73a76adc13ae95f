using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Index;

namespace OpenTrading.Kernel.Capabilities.Idempotency;

/// <summary>
/// Which calls under a key were answered, as the journal tells it; the answers themselves stay on disk. The newest are known, some 60 bytes each.
/// Orders are beyond that guarded by the order ledger, which forgets no key.
/// </summary>
/// <param name="index">Finds the records.</param>
/// <param name="capacity">How many are known.</param>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class AnswerBook(JournalIndex index, int capacity = AnswerBook.Capacity)
{
    /// <summary>How many are known by default.</summary>
    public const int Capacity = 1_000_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, (UInt128 Hash, long Seq)> _known = [];
    private readonly Queue<UInt128> _order = [];

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Type != AnswerRecords.RecordType)
        {
            return;
        }

        UInt128 id = KeyedCall.IdOf(record.Actor, record.Payload.Text("key")!);
        lock (_gate)
        {
            if (_known.TryAdd(id, (KeyedCall.Short(record.Payload.Text("hash")!), record.Seq)))
            {
                _order.Enqueue(id);
            }

            if (_order.Count > capacity)
            {
                _known.Remove(_order.Dequeue());
            }
        }
    }

    /// <summary>The answer of a call; null when there is none.</summary>
    /// <exception cref="Sdk.Capabilities.CapabilityException">The key stands for another call.</exception>
    internal CallOutcome? Find(KeyedCall call)
    {
        (UInt128 Hash, long Seq) known;
        lock (_gate)
        {
            if (!_known.TryGetValue(call.Id, out known))
            {
                return null;
            }
        }

        return known.Hash == KeyedCall.Short(call.Hash) ? AnswerRecords.Read(index.Read(known.Seq, known.Seq).Single().Payload) : throw call.Conflict();
    }
}
