using Microsoft.Data.Sqlite;
using OpenTrading.Kernel.Journal.Index;

namespace OpenTrading.Kernel.Journal.Calls;

/// <summary>
/// The calls of the journal: those before the last second or so in a file, the newest in memory. A file that is missing or behind is filled from the
/// journal, one that tells of another journal is made anew.
/// </summary>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class CallLog : IDisposable
{
    /// <summary>Most calls kept in memory where the file takes none, some 10 MB; beyond them the oldest are in the journal alone.</summary>
    public const int Capacity = 20_000;

    private const int Batch = 4096;
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Lock _writing = new();
    private readonly string _path;
    private readonly int _capacity;
    private readonly ITimer _timer;
    private readonly Queue<CallRow> _recent = new();
    private CallTable? _table;
    private string? _refusal;
    private long _written;
    private bool _isPartial;
    private bool _isScheduled;
    private bool _isForeign;

    /// <summary>Opens the file of a journal's calls.</summary>
    /// <param name="path">The file; made if need be.</param>
    /// <param name="time">When the newest calls are written.</param>
    /// <param name="capacity">Most calls kept in memory.</param>
    public CallLog(string path, TimeProvider time, int capacity = Capacity)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_path, _capacity) = (path, capacity);
        _timer = time.CreateTimer(_ => Write(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        OpenTable();
    }

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Type != CallRow.RecordType)
        {
            return;
        }

        if (record.Seq <= _written)
        {
            _isForeign |= record.Seq == _written && record.Hash != _table!.Head.Hash;
            return;
        }

        var row = CallRow.Of(record);
        lock (_gate)
        {
            _recent.Enqueue(row);
            Schedule();
        }
    }

    /// <summary>Ends a replay of the whole journal: where the file tells of another one, it is made anew from this.</summary>
    /// <exception cref="JournalException">The journal is not what was replayed.</exception>
    public void Complete(JournalIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (!_isForeign && _written <= index.Size)
        {
            return;
        }

        lock (_writing)
        {
            _table!.Dispose();
            CallTable.Delete(_path);
            lock (_gate)
            {
                (_isForeign, _written) = (false, 0);
                _recent.Clear();
            }

            OpenTable();
        }

        foreach (JournalRecord record in index.Read(1, index.Size))
        {
            Apply(record);
        }
    }

    /// <summary>The calls that are asked for, newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="limit">Most calls to be given.</param>
    /// <param name="before">The record behind those to be given; by default behind the newest.</param>
    public CallPage Find(CallFilter filter, int limit, long before = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(filter);
        CallRow[] recent;
        long written;
        string? missing;
        lock (_gate)
        {
            recent = [.. _recent.Where(filter.Matches).Reverse()];
            (written, missing) = (_written, _isPartial ? _refusal : null);
        }

        CallRow[] given = [.. recent.Where(r => r.Seq < before).Take(limit)];
        CallPage older = Older(filter, written, before, limit - given.Length);
        return new CallPage(
            [.. given, .. older.Rows],
            recent.Length + older.Total,
            recent.Count(r => r.Outcome == CallResult.Error) + older.Refused,
            older.Missing ?? missing);
    }

    /// <summary>Writes what is in memory and closes the file.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        Write();
        lock (_writing)
        {
            _table?.Dispose();
            _table = null;
        }
    }

    private void OpenTable()
    {
        try
        {
            _table = CallTable.Open(_path);
            _written = _table.Head.Seq;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            (_table, _refusal) = (null, Refusal(e));
        }
    }

    private CallPage Older(CallFilter filter, long written, long before, int limit)
    {
        CallTable? table = _table;
        if (table is null)
        {
            return new CallPage([], 0, 0, _refusal);
        }

        try
        {
            return table.Find(filter, written, before, limit);
        }
        catch (SqliteException e)
        {
            return new CallPage([], 0, 0, Refusal(e));
        }
    }

    // Under the gate, as Trim is.
    private void Schedule()
    {
        if (_table is null || _isPartial)
        {
            Trim();
        }
        else if (!_isScheduled || _recent.Count == Batch)
        {
            _isScheduled = true;
            _timer.Change(_recent.Count >= Batch ? TimeSpan.Zero : Delay, Timeout.InfiniteTimeSpan);
        }
    }

    // What is left out once is left out until the next start: a file may be behind the journal, but holds all up to its newest call.
    private void Trim()
    {
        while (_recent.Count > _capacity)
        {
            _recent.Dequeue();
            _isPartial = true;
        }
    }

    private void Write()
    {
        lock (_writing)
        {
            CallRow[] rows;
            lock (_gate)
            {
                _isScheduled = false;
                rows = _isPartial ? [] : [.. _recent];
            }

            if (_table is null || rows.Length == 0)
            {
                return;
            }

            try
            {
                _table.Write(rows);
            }
            catch (SqliteException e)
            {
                lock (_gate)
                {
                    _refusal = Refusal(e);
                    Trim();
                }

                return;
            }

            lock (_gate)
            {
                for (int i = 0; i < rows.Length; i++)
                {
                    _recent.Dequeue();
                }

                (_written, _refusal) = (rows[^1].Seq, null);
            }
        }
    }

    private string Refusal(Exception e) => $"{_path}: {e.Message.TrimEnd('.')}. Calls not listed are in the journal: 'opentrading audit show', or export_audit";

    private static bool IsRefusal(Exception e) =>
        e is SqliteException or IOException or UnauthorizedAccessException or DllNotFoundException or TypeInitializationException;
}
