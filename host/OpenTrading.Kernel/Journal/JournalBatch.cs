using System.Buffers;

namespace OpenTrading.Kernel.Journal;

/// <summary>
/// Records on their way to the disk together. Whoever waits for them waits here, so that the end of one batch wakes all of it and of the next the one
/// who is to write it, not everybody.
/// </summary>
/// <threadsafety>Waiting, ending and releasing are safe; the rest belongs to the journal's lock.</threadsafety>
internal sealed class JournalBatch
{
    private readonly Lock _gate = new();
    private JournalWaiter? _waiting;
    private volatile bool _isDone;
    private bool _isCalled;

    public ArrayBufferWriter<byte> Lines { get; } = new(4096);

    /// <summary>Whether a flush of it is set.</summary>
    public bool Scheduled { get; set; }

    /// <summary>Whether it is on disk, or lost.</summary>
    public bool IsDone => _isDone;

    /// <summary>Why it is lost; null when it is not.</summary>
    public JournalException? Error { get; private set; }

    /// <summary>Waits until it is done, or one who waits must write it.</summary>
    public void Wait()
    {
        var waiter = JournalWaiter.OfThread;
        lock (_gate)
        {
            if (_isDone) return;
            if (_isCalled)
            {
                _isCalled = false;
                return;
            }
            (waiter.Next, _waiting) = (_waiting, waiter);
        }
        waiter.WaitOne();
    }

    /// <summary>Calls one who waits, or the next to come, to write it.</summary>
    public void CallWriter()
    {
        JournalWaiter? called;
        lock (_gate)
        {
            called = _waiting;
            (_isCalled, _waiting) = (called is null, called?.Next);
        }
        called?.Set();
    }

    /// <summary>Settles what became of it: nobody waits for it from now on. Those who do are let go by <see cref="Release"/>.</summary>
    public void End(JournalException? error)
    {
        lock (_gate) (Error, _isDone) = (error, true);
    }

    /// <summary>Lets all who wait go on. Best outside the journal's lock, which they will want next.</summary>
    public void Release()
    {
        JournalWaiter? waiter;
        lock (_gate) (waiter, _waiting) = (_waiting, null);
        while (waiter is not null)
        {
            // Once awake it may wait again elsewhere.
            var next = waiter.Next;
            waiter.Set();
            waiter = next;
        }
    }
}
