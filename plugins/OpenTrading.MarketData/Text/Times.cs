using System.Runtime.CompilerServices;

namespace OpenTrading.MarketData.Text;

/// <summary>Reads times from UTF-8: ISO 8601, dates with dots or slashes, compact dates, epoch seconds and milliseconds.</summary>
internal static class Times
{
    private const int DateLength = 10;
    private const int CompactDateLength = 8;

    /// <summary>Reads a date with an optional time and offset, or an epoch time.</summary>
    /// <param name="text">The field without surrounding blanks.</param>
    /// <param name="ticks">UTC ticks when <paramref name="isUtc"/>, else ticks of the local time as printed.</param>
    /// <param name="isUtc">Whether the text itself says the offset: a Z, an offset, or an epoch time.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<byte> text, out long ticks, out bool isUtc)
    {
        isUtc = false;
        if (IsEpoch(text))
        {
            isUtc = true;
            return TryParseEpoch(text, out ticks);
        }

        if (!TryParseDate(text, out ticks, out int used))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[used..];
        if (rest.IsEmpty)
        {
            return true;
        }

        // A compact date may run straight into a compact time; any other needs a T or blank between.
        bool separated = rest[0] is (byte)'T' or (byte)'t' or (byte)' ';
        if (!separated && used != CompactDateLength)
        {
            return false;
        }

        return TryParseTimeOfDay(separated ? rest[1..] : rest, out long time, out long offset, out isUtc) && Combine(ref ticks, time - offset);
    }

    /// <summary>Reads a date alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParseDate(ReadOnlySpan<byte> text, out long ticks) =>
        TryParseDate(text, out ticks, out int used) && used == text.Length;

    /// <summary>Reads <c>21:00</c>, <c>21:00:00</c>, <c>21:00:00.123</c>, <c>2100</c> or <c>210000</c>.</summary>
    public static bool TryParseTimeOfDay(ReadOnlySpan<byte> text, out long ticks) =>
        TryParseTimeOfDay(text, out ticks, out _, out bool isUtc) && !isUtc;

    private static bool Combine(ref long ticks, long time)
    {
        ticks += time;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
    }

    // Twelve digits that begin a year 19.. or 20.. are a compact date and time: as milliseconds they would all lie in 1976.
    private static bool IsEpoch(ReadOnlySpan<byte> text) =>
        text.Length is 9 or 10 or 12 or 13 && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
        && !(text.Length == 12 && (text.StartsWith("19"u8) || text.StartsWith("20"u8)));

    private static bool TryParseEpoch(ReadOnlySpan<byte> text, out long ticks)
    {
        long value = 0;
        foreach (byte digit in text)
        {
            value = (value * 10) + (digit - '0');
        }

        // Nine and ten digits are seconds, twelve and thirteen milliseconds; both reach from 1973 to 2286.
        ticks = DateTime.UnixEpoch.Ticks + (value * (text.Length <= 10 ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMillisecond));
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryParseDate(ReadOnlySpan<byte> text, out long ticks, out int used)
    {
        ticks = 0;
        used = 0;
        if (text.Length < CompactDateLength || !TryDigits(text, 0, 4, out int year))
        {
            return false;
        }

        byte separator = text[4];
        int month;
        int day;
        if (separator is (byte)'-' or (byte)'.' or (byte)'/')
        {
            used = DateLength;
            if (text.Length < DateLength || text[7] != separator || !TryDigits(text, 5, 2, out month) || !TryDigits(text, 8, 2, out day))
            {
                return false;
            }
        }
        else
        {
            used = CompactDateLength;
            if (!TryDigits(text, 4, 2, out month) || !TryDigits(text, 6, 2, out day))
            {
                return false;
            }
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateTime(year, month, day).Ticks;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryParseTimeOfDay(ReadOnlySpan<byte> text, out long ticks, out long offset, out bool isUtc)
    {
        offset = 0;
        int end = text.IndexOfAny((byte)'Z', (byte)'+', (byte)'-');
        isUtc = end >= 0;
        if (isUtc && !TryParseOffset(text[end..], out offset))
        {
            ticks = 0;
            return false;
        }

        return TryParseClock(isUtc ? text[..end] : text, out ticks);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryParseClock(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        int step = text.Length > 2 && text[2] == ':' ? 3 : 2;
        int minute = 0;
        int second = 0;
        if (!TryDigits(text, 0, 2, out int hour) || !TryDigits(text, step, 2, out minute))
        {
            return false;
        }

        int used = step + 2;
        if (text.Length > used && text[used] != '.')
        {
            if ((step == 3 && text[used] != ':') || !TryDigits(text, 2 * step, 2, out second))
            {
                return false;
            }

            used = (2 * step) + 2;
        }

        if (hour > 23 || minute > 59 || second > 59 || !TryParseFraction(text[used..], out long fraction))
        {
            return false;
        }

        ticks = (((hour * 60) + minute) * TimeSpan.TicksPerMinute) + (second * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    /// <summary>Reads nothing, or a point and 1 to 9 digits; beyond 100 ns is cut off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryParseFraction(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length is < 2 or > 10 || text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        for (int i = 1; i <= 7; i++)
        {
            ticks = (ticks * 10) + (i < text.Length ? text[i] - '0' : 0);
        }

        return true;
    }

    /// <summary>Reads <c>Z</c>, <c>+02</c>, <c>+0200</c> or <c>-05:30</c>.</summary>
    private static bool TryParseOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text[0] == 'Z')
        {
            return text.Length == 1;
        }

        int minute = 0;
        bool hasMinutes = text.Length > 3;
        int at = hasMinutes && text[3] == ':' ? 4 : 3;
        if (!TryDigits(text, 1, 2, out int hour) || (hasMinutes && !TryDigits(text, at, 2, out minute))
            || text.Length != (hasMinutes ? at + 2 : 3) || hour > 18 || minute > 59)
        {
            return false;
        }

        ticks = ((hour * 60) + minute) * TimeSpan.TicksPerMinute * (text[0] == '-' ? -1 : 1);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryDigits(ReadOnlySpan<byte> text, int start, int count, out int value)
    {
        value = 0;
        if (text.Length < start + count)
        {
            return false;
        }

        for (int i = start; i < start + count; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit > 9)
            {
                return false;
            }

            value = (value * 10) + (int)digit;
        }

        return true;
    }
}
