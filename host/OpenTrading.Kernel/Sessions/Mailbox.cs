namespace OpenTrading.Kernel.Sessions;

/// <summary>
/// Lets one caller at a time touch an account: bars, orders, the change of a strategy and whatever a face asks for follow one another, so that what
/// was checked is still true when it takes effect.
/// </summary>
public sealed class Mailbox
{
    private readonly Lock _turn = new();

    /// <summary>Runs work when its turn comes, on the caller's thread. Work inside work is the same turn.</summary>
    public void Do(Action work)
    {
        lock (_turn)
        {
            work();
        }
    }

    /// <summary>Runs work when its turn comes, on the caller's thread.</summary>
    /// <returns>What the work returns.</returns>
    public T Do<T>(Func<T> work)
    {
        lock (_turn)
        {
            return work();
        }
    }
}
