using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Kernel.Signals.Records;

/// <summary>The recorded signals, the newest in memory. Fed record by record, in order.</summary>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class SignalBook
{
    private const int Capacity = 20_000;

    private readonly Lock _gate = new();
    private readonly List<RecordedSignal> _signals = [];
    private readonly Dictionary<string, (RecordedSignal Signal, long Seq)> _byId = new(StringComparer.Ordinal);

    /// <summary>Signals, newest first.</summary>
    public IReadOnlyList<RecordedSignal> Newest
    {
        get
        {
            lock (_gate)
            {
                return [.. Enumerable.Reverse(_signals)];
            }
        }
    }

    /// <summary>The signal of an id; null when there is none.</summary>
    public RecordedSignal? Find(string signalId)
    {
        lock (_gate)
        {
            return _byId.GetValueOrDefault(signalId).Signal;
        }
    }

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Type != SignalRecords.RecordType)
        {
            return;
        }

        RecordedSignal signal = SignalRecords.Read(record.Payload);
        lock (_gate)
        {
            if (!_byId.TryAdd(signal.SignalId, (signal, record.Seq)))
            {
                return;
            }

            _signals.Add(signal);
            if (_signals.Count > Capacity)
            {
                _byId.Remove(_signals[0].SignalId);
                _signals.RemoveAt(0);
            }
        }
    }

    /// <summary>Record of a signal; null when there is none.</summary>
    internal long? SeqOf(string signalId)
    {
        lock (_gate)
        {
            return _byId.TryGetValue(signalId, out (RecordedSignal Signal, long Seq) found) ? found.Seq : null;
        }
    }
}
