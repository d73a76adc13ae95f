using OpenTrading.Kernel.Journal;

namespace OpenTrading.Host.Running;

/// <summary>Guards what a timer calls.</summary>
internal static class Guard
{
    /// <summary>
    /// Looks once. A look that overlaps the last has nothing to add; one that falls into the end of the host finds its journal closed, and a journal that
    /// fails has thrown the kill switch already.
    /// </summary>
    public static void Once(object watch, Action look)
    {
        if (!Monitor.TryEnter(watch))
        {
            return;
        }

        try
        {
            look();
        }
        catch (Exception e) when (e is JournalException or ObjectDisposedException or IOException)
        {
            // Said where it happened.
        }
        finally
        {
            Monitor.Exit(watch);
        }
    }
}
