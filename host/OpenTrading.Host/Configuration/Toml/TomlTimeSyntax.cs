namespace OpenTrading.Host.Configuration.Toml;

/// <summary>Dates, times of day and both together, with or without an offset (RFC 3339).</summary>
internal sealed class TomlTimeSyntax(TomlCursor cursor, TomlPosition position, string text)
{
    private int _index;

    private bool AtEnd => _index == text.Length;

    /// <summary>Whether the text is meant as a date or time, so that a fault in it is told as one.</summary>
    public static bool Resembles(string text)
    {
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        return char.IsAsciiDigit(text[0])
            && (text.Contains(':', StringComparison.Ordinal) || (dash > 0 && char.IsAsciiDigit(text[dash - 1])));
    }

    /// <summary>Whether the text has the length and dashes of a date, so that a space and a time may follow.</summary>
    public static bool ResemblesDate(string text) => text is [_, _, _, _, '-', _, _, '-', _, _];

    /// <summary>The date or time that is the whole of the text.</summary>
    public TomlValue Read()
    {
        if (text.Length < 5 || text[4] != '-')
        {
            TimeOnly time = ReadTime();
            return AtEnd ? new TomlLocalTime(position, time) : throw Malformed();
        }

        DateOnly date = ReadDate();
        if (AtEnd)
        {
            return new TomlLocalDate(position, date);
        }

        if (!TryTake('T') && !TryTake('t') && !TryTake(' '))
        {
            throw Malformed();
        }

        DateTime local = date.ToDateTime(ReadTime());
        return AtEnd ? new TomlLocalDateTime(position, local) : new TomlOffsetDateTime(position, ReadOffset(local));
    }

    private DateOnly ReadDate()
    {
        int year = TakeNumber(4);
        Take('-');
        int month = TakeNumber(2);
        Take('-');
        int day = TakeNumber(2);
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : throw Fault("names a day that is not in the calendar; correct year, month or day");
    }

    private TimeOnly ReadTime()
    {
        int hour = TakeNumber(2);
        Take(':');
        int minute = TakeNumber(2);
        Take(':');
        int second = TakeNumber(2);
        long ticks = TryTake('.') ? TakeFraction() : 0;
        return hour <= 23 && minute <= 59 && second <= 59
            ? new TimeOnly(hour, minute, second).Add(TimeSpan.FromTicks(ticks))
            : throw Fault("names a time that is not on the clock; hours end at 23, minutes and seconds at 59");
    }

    private DateTimeOffset ReadOffset(DateTime local)
    {
        TimeSpan offset = TimeSpan.Zero;
        if (!TryTake('Z') && !TryTake('z'))
        {
            int sign = TryTake('-') ? -1 : 1;
            if (sign > 0)
            {
                Take('+');
            }

            int hours = TakeNumber(2);
            Take(':');
            int minutes = TakeNumber(2);
            offset = sign * new TimeSpan(hours, minutes, 0);
            long utc = local.Ticks - offset.Ticks;
            if (minutes > 59 || offset.Duration() > TimeSpan.FromHours(14) || utc < 0 || utc > DateTime.MaxValue.Ticks)
            {
                throw Fault("has an offset out of range; use -14:00 to +14:00, or Z for UTC");
            }
        }

        return AtEnd ? new DateTimeOffset(local, offset) : throw Malformed();
    }

    private bool TryTake(char expected)
    {
        bool taken = !AtEnd && text[_index] == expected;
        _index += taken ? 1 : 0;
        return taken;
    }

    private void Take(char expected)
    {
        if (!TryTake(expected))
        {
            throw Malformed();
        }
    }

    private int TakeNumber(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; i++)
        {
            value = (value * 10) + TakeDigit();
        }

        return value;
    }

    /// <summary>The digits behind the point, in ticks of 100 ns; those beyond the seventh are cut off, as TOML asks.</summary>
    private long TakeFraction()
    {
        long ticks = 0;
        long unit = TimeSpan.TicksPerSecond;
        do
        {
            unit /= 10;
            ticks += TakeDigit() * unit;
        }
        while (!AtEnd && char.IsAsciiDigit(text[_index]));
        return ticks;
    }

    private int TakeDigit() => !AtEnd && char.IsAsciiDigit(text[_index]) ? text[_index++] - '0' : throw Malformed();

    private TomlException Malformed() =>
        Fault("is no date or time; write 2024-01-31, 09:30:00, 2024-01-31T09:30:00 or 2024-01-31T09:30:00Z");

    private TomlException Fault(string fault) => cursor.Error(position, $"{TomlExcerpt.Of(text)} {fault}");
}
