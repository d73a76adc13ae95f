namespace OpenTrading.Kernel.Journal;

/// <summary>
/// The audit journal on disk: <c>audit.jsonl</c>, a file a UTC day. Appenders share one flush: the first one that needs the disk writes and
/// flushes for all who came before it, the others wait.
/// </summary>
public sealed partial class AuditJournal : IJournal, IDisposable
{
    private const int LargestBatch = 1 << 20;

    // Half of the 200 ms promised, which leaves the other half to the disk.
    private static readonly TimeSpan BufferedDelay = TimeSpan.FromMilliseconds(100);

    [ThreadStatic]
    private static RecordDraft? t_draft;

    private readonly object _gate = new();
    private readonly AuditFolder _folder;
    private readonly TimeProvider _clock;
    private readonly Func<string, IJournalFile> _openFile;
    private readonly NameCache _names = new();
    private readonly JournalChain _chain;
    private readonly ITimer _timer;
    private IJournalFile? _file;
    private JournalBatch _open = new();
    private ChainPosition _stored;
    private long _length;
    private DateTime? _segmentDay;
    private volatile bool _writing;
    private bool _tailDirty;
    private volatile bool _isSound = true;
    private JournalException? _unannounced;
    private Action<JournalRecord>? _follow;

    private AuditJournal(AuditFolder folder, TimeProvider clock, Func<string, IJournalFile> openFile, ChainPosition end, Action<JournalRecord>? follow)
    {
        _follow = follow;
        _folder = folder;
        _clock = clock;
        _openFile = openFile;
        _stored = end;
        _chain = new JournalChain(end);
        _timer = clock.CreateTimer(_ => FlushBuffered(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Raised once, when a write fails: kill level 1 and halted. On the thread that met the failure, outside the journal's lock,
    /// so that a handler may append the kill switch's protective record.</summary>
    public event Action<JournalException>? Failed;

    public JournalState State { get; private set; }

    /// <summary>Whether the last record that was to be written is on disk, with the help of the reserve where the disk is full.</summary>
    public bool IsSound => _isSound && State is (JournalState.Open or JournalState.Failed);

    /// <summary>Why the state is <see cref="JournalState.Failed"/> or <see cref="JournalState.ReadOnly"/>.</summary>
    public JournalException? Failure { get; private set; }

    /// <summary>Why whoever followed the journal is told nothing any more; null when all is well.</summary>
    public Exception? FollowFailure { get; private set; }

    /// <summary>
    /// Opens the journal of a folder and verifies all of it. A torn last line is set aside and journaled; a broken line leaves the journal
    /// <see cref="JournalState.ReadOnly"/>.
    /// </summary>
    /// <param name="folder">Created if need be, and locked until disposal.</param>
    /// <param name="clock">Stamps the records.</param>
    /// <param name="replay">Is given every verified record, so that start-up reads the journal once.</param>
    /// <param name="openFile">How the journal's file is opened; by default on disk.</param>
    /// <param name="follow">Is given every record once it is on disk, in order, by the thread that wrote it: it must be quick, must append nothing,
    /// and must keep no record beyond the call.</param>
    /// <exception cref="JournalException">Another host holds the folder.</exception>
    /// <exception cref="IOException">The folder or a file in it cannot be read or created.</exception>
    public static AuditJournal Open(
        string folder, TimeProvider clock, Action<JournalRecord>? replay = null, Func<string, IJournalFile>? openFile = null, Action<JournalRecord>? follow = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(clock);
        var locked = AuditFolder.Lock(folder);
        AuditJournal? journal = null;
        try
        {
            using var scanner = new JournalScanner(AuditFolder.Files(folder));
            while (scanner.Next()) replay?.Invoke(scanner.Record());
            journal = new AuditJournal(locked, clock, openFile ?? DiskJournalFile.Open, scanner.Position, follow);
            scanner.Dispose();
            journal.Start(scanner.Fault);
            return journal;
        }
        catch
        {
            journal?.Dispose();
            locked.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public long Append(string actor, string type, JournalPayload payload, Durability durability)
    {
        var draft = t_draft ??= new RecordDraft();
        draft.Begin(actor, type, payload);
        try
        {
            return Store(draft, durability);
        }
        catch (JournalException) when (durability == Durability.Protective && State == JournalState.Failed)
        {
            // The record went down with the batch whose write error has just freed the reserve.
            return Store(draft, durability);
        }
        finally
        {
            Announce();
        }
    }

    /// <summary>Writes what is buffered and releases the folder. A write error here raises <see cref="Failed"/> and is not thrown.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            while (_writing) Monitor.Wait(_gate);
            if (State == JournalState.Closed) return;
            WriteOpen();
            State = JournalState.Closed;
            _timer.Dispose();
            _file?.Dispose();
            _folder.Dispose();
        }
        Announce();
    }

    private void Start(JournalFault? fault)
    {
        if (fault is { Kind: JournalFaultKind.Broken })
        {
            State = JournalState.ReadOnly;
            Failure = new JournalException(fault);
            return;
        }
        var torn = fault is null ? null : _folder.SetAside(fault, JournalTime.Now(_clock));
        _file = _openFile(_folder.Current);
        _folder.Flush();
        _length = _file.Length;
        if (_length > 0) _segmentDay = _stored.Time.Date;
        try
        {
            _folder.AllocateReserve();
        }
        catch (Exception error) when (IsRefusal(error))
        {
            lock (_gate) Fail(error, lost: 0);
        }
        if (torn is not null && State == JournalState.Open) Append("host", "audit.torn", torn, Durability.Durable);
    }

    private long Store(RecordDraft draft, Durability durability)
    {
        JournalBatch batch;
        long seq;
        lock (_gate)
        {
            DateTime now;
            while (true)
            {
                Demand(durability);
                now = JournalTime.Now(_clock);
                if (!DayEnds(now)) break;
                if (_writing) Monitor.Wait(_gate);
                else EndDay();
            }
            batch = _open;
            seq = _chain.Append(draft, now, batch.Lines);
            _segmentDay ??= _chain.TimeAt(now).Date;
            if (durability is Durability.Buffered or Durability.Ordered && batch.Lines.WrittenCount < LargestBatch)
            {
                if (!batch.Scheduled) _timer.Change(BufferedDelay, Timeout.InfiniteTimeSpan);
                batch.Scheduled = true;
                return seq;
            }
        }
        Commit(batch);
        return seq;
    }

    private void Demand(Durability durability)
    {
        ObjectDisposedException.ThrowIf(State == JournalState.Closed, this);
        if (State == JournalState.ReadOnly || (State == JournalState.Failed && durability != Durability.Protective))
            throw new JournalException($"The journal accepts no record: {Failure!.Message}", Failure);
    }

    private void FlushBuffered()
    {
        JournalBatch batch;
        lock (_gate)
        {
            batch = _open;
            if (batch.Lines.WrittenCount == 0 || State == JournalState.Closed) return;
        }
        try
        {
            Commit(batch);
        }
        catch (JournalException)
        {
            // State, Failure and the event below tell; nobody waits for this batch.
        }
        Announce();
    }

    private void Announce()
    {
        if (Interlocked.Exchange(ref _unannounced, null) is not { } failure) return;
        try
        {
            Failed?.Invoke(failure);
        }
        catch (JournalException)
        {
            // Not even the reserve had room for what the listener wanted to leave. The timer's thread has nobody to tell that, and must not end the process for it.
        }
    }
}
