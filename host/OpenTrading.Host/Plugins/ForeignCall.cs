using System.Runtime.ExceptionServices;
using OpenTrading.Kernel.Isolation;

namespace OpenTrading.Host.Plugins;

/// <summary>Calls code of a plugin that names or makes its parts, outside of any bar. What does not come back is left behind on its thread.</summary>
internal static class ForeignCall
{
    // Naming and making parts is no work; a plugin that works meanwhile is given up.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>What the call returns; what it throws is thrown.</summary>
    /// <param name="what">What is called, as the subject of a sentence.</param>
    /// <param name="call">The call.</param>
    /// <param name="interrupt">How loops of the code are stopped; null where that is impossible.</param>
    /// <exception cref="PluginException">It did not return within 5 s.</exception>
    public static T Run<T>(string what, Func<T> call, Action? interrupt)
    {
        using var watch = new WatchedThread(what, Limit);
        T? returned = default;
        ExceptionDispatchInfo? thrown = null;
        CallResult result = watch.Run(
            () =>
            {
                try
                {
                    returned = call();
                }
#pragma warning disable CA1031 // Thrown on below, on the thread that asked.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    thrown = ExceptionDispatchInfo.Capture(e);
                }
            },
            interrupt);
        switch (result.Outcome)
        {
            case CallOutcome.Late:
                throw new PluginException(FormattableString.Invariant($"{what} did not return within {Limit.TotalSeconds:0} s and was stopped; do the work in OnBar."));
            case CallOutcome.Abandoned:
                throw new PluginException(FormattableString.Invariant($"{what} did not return within {Limit.TotalSeconds:0} s; do the work in OnBar, and restart to be rid of the thread that was left behind."))
                {
                    NeedsRestart = true,
                };
            default:
                thrown?.Throw();
                return returned!;
        }
    }
}
