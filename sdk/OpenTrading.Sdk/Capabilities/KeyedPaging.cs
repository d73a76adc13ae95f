namespace OpenTrading.Sdk.Capabilities;

/// <summary>Paging of lists that grow at their head: a position counted from there would move while a client turns pages.</summary>
public static class KeyedPaging
{
    /// <summary>The part of a list behind the item that a cursor names, or its first.</summary>
    /// <param name="paging">Whose cursors.</param>
    /// <param name="all">The whole list, newest first.</param>
    /// <param name="key">What tells an item from all others.</param>
    /// <param name="limit">Most items of a part.</param>
    /// <param name="cursor">Cursor of the part before; null for the first.</param>
    /// <param name="query">Name of the query, of <see cref="Paging.Query"/>.</param>
    /// <exception cref="CapabilityException">The cursor is not one of this query, has expired, or its item is gone.</exception>
    public static Page<T> CutAfter<T>(this Paging paging, IReadOnlyList<T> all, Func<T, string> key, int limit, string? cursor, string query)
    {
        ArgumentNullException.ThrowIfNull(paging);
        int first = 0;
        if (paging.Read(query, cursor) is { } last)
        {
            while (first < all.Count && key(all[first]) != last)
            {
                first++;
            }

            if (first++ == all.Count)
            {
                throw new CapabilityException(ErrorCode.ValidationError, "The cursor is of no use: the item it stood at is gone", "Ask again without cursor.", [new ErrorDetail(["cursor"], "its item is gone")]);
            }
        }

        T[] items = [.. all.Skip(first).Take(limit)];
        return new Page<T>(items, all.Count, first + items.Length < all.Count ? paging.Write(query, key(items[^1])) : null);
    }
}
