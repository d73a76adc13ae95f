namespace OpenTrading.MetaTrader.Sessions;

/// <summary>Keeps the order of a session's events by their numbers, which begin at 1 and count every event.</summary>
/// <threadsafety>One thread.</threadsafety>
internal sealed class EventSequence
{
    /// <summary>Highest number seen.</summary>
    public long Last { get; private set; }

    /// <summary>Events that never came.</summary>
    public long Missing { get; private set; }

    /// <summary>Takes a number.</summary>
    /// <param name="seq">Number of an event.</param>
    /// <param name="gap">How many events are missing before it.</param>
    /// <returns>False for one that was seen already.</returns>
    public bool Take(long seq, out long gap)
    {
        gap = 0;
        if (seq <= Last)
        {
            return false;
        }

        gap = seq - Last - 1;
        Missing += gap;
        Last = seq;
        return true;
    }
}
