namespace OpenTrading.Kernel.Journal;

/// <summary>Canonical order of member names: by UTF-16 code units, none twice.</summary>
internal static class CanonicalOrder
{
    private const int InsertionSortLimit = 64;

    /// <summary>Fills <paramref name="order"/> with the indices of <paramref name="members"/> in canonical order.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public static void Sort(ReadOnlySpan<JournalPayload.Member> members, Span<int> order)
    {
        if (members.Length > InsertionSortLimit)
        {
            var names = new string[members.Length];
            for (var i = 0; i < names.Length; i++) (names[i], order[i]) = (members[i].Name, i);
            names.AsSpan().Sort(order, string.CompareOrdinal);
        }
        else
        {
            for (var i = 0; i < order.Length; i++)
            {
                var slot = i;
                for (; slot > 0 && string.CompareOrdinal(members[order[slot - 1]].Name, members[i].Name) > 0; slot--)
                    order[slot] = order[slot - 1];
                order[slot] = i;
            }
        }
        for (var i = 1; i < order.Length; i++)
        {
            if (members[order[i - 1]].Name == members[order[i]].Name)
                throw new ArgumentException($"The member \"{members[order[i]].Name}\" is given twice. Give it once.", nameof(members));
        }
    }

    /// <summary>Compares two names as they stand between their quotes in canonical JSON.</summary>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Contains((byte)'\\') || right.Contains((byte)'\\'))
            return string.CompareOrdinal(NameCache.Decode(left), NameCache.Decode(right));
        var same = left.CommonPrefixLength(right);
        if (same == left.Length || same == right.Length) return left.Length - right.Length;
        return Utf16Rank(left[same]) - Utf16Rank(right[same]);
    }

    // UTF-8 bytes sort by code point. UTF-16 differs in one thing: surrogates (lead bytes F0 to F4) come before U+E000 to U+FFFF (EE, EF).
    private static int Utf16Rank(byte value) => value is 0xEE or 0xEF ? value + 0x10 : value;
}
