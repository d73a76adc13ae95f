namespace OpenTrading.Kernel.Journal;

/// <summary>
/// A thread that sleeps until it is woken, on a lock of its own. Hundreds of threads woken from one lock queue up for that lock first and are put to sleep
/// a second time by it, which costs more than their work.
/// </summary>
internal sealed class JournalWaiter
{
    [ThreadStatic]
    private static JournalWaiter? t_own;

    private readonly object _gate = new();
    private bool _isAwake;

    /// <summary>That of the calling thread, which waits for one thing at a time.</summary>
    public static JournalWaiter OfThread => t_own ??= new JournalWaiter();

    /// <summary>The one that waits for the same; belongs to what both wait for.</summary>
    public JournalWaiter? Next { get; set; }

    /// <summary>Returns once <see cref="Wake"/> was called, also when that was before.</summary>
    public void Sleep()
    {
        lock (_gate)
        {
            while (!_isAwake) Monitor.Wait(_gate);
            _isAwake = false;
        }
    }

    public void Wake()
    {
        lock (_gate)
        {
            _isAwake = true;
            Monitor.Pulse(_gate);
        }
    }
}
