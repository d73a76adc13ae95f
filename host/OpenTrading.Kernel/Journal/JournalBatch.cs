using System.Buffers;

namespace OpenTrading.Kernel.Journal;

/// <summary>
/// Records on their way to the disk together. Whoever waits for them waits here, so that the end of one batch wakes all of it and of the next the one
/// who is to write it, not everybody.
/// </summary>
/// <threadsafety>Waiting and ending are safe; the rest belongs to the journal's lock.</threadsafety>
internal sealed class JournalBatch
{
    private readonly object _gate = new();
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
        lock (_gate)
        {
            while (!_isDone && !_isCalled) Monitor.Wait(_gate);
            _isCalled = false;
        }
    }

    /// <summary>Calls one who waits, or the next to come, to write it.</summary>
    public void CallWriter()
    {
        lock (_gate)
        {
            _isCalled = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Lets all who wait go on.</summary>
    public void End(JournalException? error)
    {
        lock (_gate)
        {
            (Error, _isDone) = (error, true);
            Monitor.PulseAll(_gate);
        }
    }
}
