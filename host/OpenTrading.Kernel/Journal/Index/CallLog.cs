namespace OpenTrading.Kernel.Journal.Index;

/// <summary>The newest calls of the journal in memory; older ones are in the journal alone.</summary>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class CallLog(int capacity = CallLog.Capacity)
{
    /// <summary>How many calls are kept by default: some 10 MB.</summary>
    public const int Capacity = 20_000;

    private readonly Lock _gate = new();
    private readonly CallRow[] _rows = new CallRow[capacity];
    private long _count;

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Type != CallRow.RecordType)
        {
            return;
        }

        var row = CallRow.Of(record);
        lock (_gate)
        {
            _rows[_count++ % capacity] = row;
        }
    }

    /// <summary>The calls that fulfil a condition, newest first.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="forgotten">How many calls are too old to be here.</param>
    public IReadOnlyList<CallRow> Newest(Func<CallRow, bool> condition, out long forgotten)
    {
        CallRow[] newest;
        lock (_gate)
        {
            long kept = Math.Min(_count, capacity);
            forgotten = _count - kept;
            newest = new CallRow[kept];
            for (long i = 0; i < kept; i++)
            {
                newest[i] = _rows[(_count - 1 - i) % capacity];
            }
        }

        return [.. newest.Where(condition)];
    }
}
