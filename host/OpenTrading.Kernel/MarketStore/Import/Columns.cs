using System.Runtime.InteropServices;

namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>Builds a column from two others.</summary>
internal static class Columns
{
    /// <summary>Takes stored[k] for each k of the order, and added[~k] where k is negative.</summary>
    public static T[] Pick<T>(ReadOnlySpan<T> stored, ReadOnlySpan<T> added, List<int> order)
    {
        var picked = new T[order.Count];
        ReadOnlySpan<int> from = CollectionsMarshal.AsSpan(order);
        for (int i = 0; i < picked.Length; i++)
        {
            picked[i] = from[i] >= 0 ? stored[from[i]] : added[~from[i]];
        }

        return picked;
    }
}
