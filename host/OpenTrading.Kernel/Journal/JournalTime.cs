namespace OpenTrading.Kernel.Journal;

/// <summary>The journal's one time format, <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>, without the cost of format strings.</summary>
internal static class JournalTime
{
    public const int Length = 24;

    private const string Pattern = "dddd-dd-ddTdd:dd:dd.dddZ";

    public static DateTime Now(TimeProvider clock) => Truncate(clock.GetUtcNow().UtcDateTime);

    public static DateTime Truncate(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    public static void Write(DateTime utc, Span<byte> target)
    {
        var (year, month, day) = utc;
        Digits(target, 0, 4, year);
        target[4] = (byte)'-';
        Digits(target, 5, 2, month);
        target[7] = (byte)'-';
        Digits(target, 8, 2, day);
        target[10] = (byte)'T';
        Digits(target, 11, 2, utc.Hour);
        target[13] = (byte)':';
        Digits(target, 14, 2, utc.Minute);
        target[16] = (byte)':';
        Digits(target, 17, 2, utc.Second);
        target[19] = (byte)'.';
        Digits(target, 20, 3, utc.Millisecond);
        target[23] = (byte)'Z';
    }

    public static bool TryRead(ReadOnlySpan<byte> text, out DateTime utc)
    {
        utc = default;
        if (text.Length != Length) return false;
        for (var i = 0; i < Length; i++)
        {
            if (Pattern[i] == 'd' ? !char.IsAsciiDigit((char)text[i]) : text[i] != Pattern[i]) return false;
        }
        int year = Number(text[..4]), month = Number(text[5..7]), day = Number(text[8..10]);
        int hour = Number(text[11..13]), minute = Number(text[14..16]), second = Number(text[17..19]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour > 23 || minute > 59 || second > 59) return false;
        utc = new DateTime(year, month, day, hour, minute, second, Number(text[20..23]), DateTimeKind.Utc);
        return true;
    }

    private static void Digits(Span<byte> target, int at, int count, int value)
    {
        for (var i = at + count - 1; i >= at; i--, value /= 10) target[i] = (byte)('0' + (value % 10));
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = (number * 10) + digit - '0';
        return number;
    }
}
