namespace OpenTrading.Sdk.Market;

/// <summary>Parsing, length and nominal arithmetic of <see cref="Timeframe"/>.</summary>
public static class Timeframes
{
    /// <summary>All timeframes, shortest first.</summary>
    public static IReadOnlyList<Timeframe> All { get; } = Enum.GetValues<Timeframe>();

    /// <summary>Nominal length. A D1 bar of a day with a clock change, and any MN1 bar, differ from it.</summary>
    public static TimeSpan Length(this Timeframe timeframe) => TimeSpan.FromMinutes((int)timeframe);

    /// <summary>Whether bars are aligned to UTC midnight (M1 to H12) instead of the broker's day.</summary>
    public static bool IsIntraday(this Timeframe timeframe) => timeframe < Timeframe.D1;

    /// <summary>Reads <c>H1</c>, <c>h1</c>, <c>60</c> (minutes) or <c>1h</c>, <c>15m</c>, <c>1d</c>, <c>1w</c>.</summary>
    /// <returns>False when the text names no timeframe.</returns>
    public static bool TryParse(string? text, out Timeframe timeframe)
    {
        timeframe = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        text = text.Trim();
        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out int minutes))
        {
            return Accept((Timeframe)minutes, out timeframe);
        }

        if (Enum.TryParse(text, ignoreCase: true, out timeframe) && Enum.IsDefined(timeframe))
        {
            return true;
        }

        int unit = char.ToLowerInvariant(text[^1]) switch { 'm' => 1, 'h' => 60, 'd' => 1440, 'w' => 10080, _ => 0 };
        return unit > 0
            && int.TryParse(text.AsSpan(0, text.Length - 1), System.Globalization.NumberStyles.None, null, out int count)
            && count <= 100_000
            && Accept((Timeframe)(count * unit), out timeframe);
    }

    private static bool Accept(Timeframe candidate, out Timeframe timeframe)
    {
        timeframe = candidate;
        return Enum.IsDefined(candidate);
    }
}
