namespace OpenTrading.Kernel.Journal;

/// <summary>
/// A thread that waits until it is let go, by an event of its own. Hundreds of threads woken from one lock queue up for that lock first and are put to
/// sleep a second time by it, which costs more than their work. The event goes with its thread.
/// </summary>
internal sealed class JournalWaiter() : EventWaitHandle(initialState: false, EventResetMode.AutoReset)
{
    [ThreadStatic]
    private static JournalWaiter? t_own;

    /// <summary>That of the calling thread, which waits for one thing at a time.</summary>
    public static JournalWaiter OfThread => t_own ??= new JournalWaiter();

    /// <summary>The one that waits for the same; belongs to what both wait for.</summary>
    public JournalWaiter? Next { get; set; }
}
