using System.Runtime.CompilerServices;

namespace OpenTrading.MarketData.Text;

/// <summary>Cuts a line into fields; surrounding blanks and double quotes are no part of a field.</summary>
internal static class Fields
{
    /// <summary>Fields looked at; what a line holds beyond them is ignored.</summary>
    public const int Max = 64;

    /// <summary>Fills in the place of each field.</summary>
    /// <returns>Number of fields, at most <see cref="Max"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Cut(ReadOnlySpan<byte> line, byte delimiter, Span<Range> fields)
    {
        int start = 0;
        for (int count = 0; count < fields.Length;)
        {
            int length = line[start..].IndexOf(delimiter);
            int end = length < 0 ? line.Length : start + length;
            fields[count++] = Strip(line, start, end);
            if (length < 0)
            {
                return count;
            }

            start = end + 1;
        }

        return fields.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Range Strip(ReadOnlySpan<byte> line, int start, int end)
    {
        while (start < end && line[start] is (byte)' ' or (byte)'"')
        {
            start++;
        }

        while (end > start && line[end - 1] is (byte)' ' or (byte)'"')
        {
            end--;
        }

        return start..end;
    }
}
