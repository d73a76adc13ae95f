using OpenTrading.Sdk.Risk.History;

namespace OpenTrading.Risk.Pace;

/// <summary>Counts what lies in a window that ends now. A window excludes its old edge.</summary>
internal static class Counting
{
    /// <summary>Traces in <c>(now - window, now]</c> that satisfy a condition. The list is oldest first, so the count ends at the first that is too old.</summary>
    public static int Within<TState>(IReadOnlyList<OrderTrace> traces, DateTime now, TimeSpan window, TState state, Func<OrderTrace, TState, bool> counts)
    {
        int count = 0;
        for (int i = traces.Count - 1; i >= 0 && traces[i].Time > now - window; i--)
        {
            count += counts(traces[i], state) ? 1 : 0;
        }

        return count;
    }
}
