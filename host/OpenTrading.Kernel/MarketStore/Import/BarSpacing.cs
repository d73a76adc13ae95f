using System.Globalization;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>Tells whether the rows of a file are as far apart as bars of the timeframe it is imported as.</summary>
public static class BarSpacing
{
    /// <summary>Fewer gaps than these prove nothing.</summary>
    public const int EnoughGaps = 8;

    // A day of a clock change is an hour off its nominal length and a month up to two days; neighbouring timeframes differ by a fifth at least.
    private const double Tolerance = 0.1;

    /// <summary>Refuses rows that are clearly not of the timeframe: most gaps shorter than a bar, or every gap longer.</summary>
    /// <param name="file">Name for the message.</param>
    /// <param name="times">UTC ticks, rising.</param>
    /// <param name="timeframe">What the rows are to be.</param>
    /// <exception cref="ImportException">They are of another spacing.</exception>
    public static void Require(string file, ReadOnlySpan<long> times, Timeframe timeframe)
    {
        int gaps = times.Length - 1;
        if (gaps < EnoughGaps)
        {
            return;
        }

        double length = timeframe.Length().Ticks;
        int shorter = 0;
        int longer = 0;
        for (int i = 1; i < times.Length; i++)
        {
            long gap = times[i] - times[i - 1];
            shorter += gap < length * (1 - Tolerance) ? 1 : 0;
            longer += gap > length * (1 + Tolerance) ? 1 : 0;
        }

        if (shorter > gaps / 2 || longer == gaps)
        {
            throw Refusal(file, Usual(times), timeframe);
        }
    }

    private static ImportException Refusal(string file, TimeSpan usual, Timeframe timeframe)
    {
        Timeframe? meant = Timeframes.All.Where(t => Math.Abs((usual / t.Length()) - 1) <= Tolerance).Select(t => (Timeframe?)t).FirstOrDefault();
        return new ImportException(
            file,
            string.Create(CultureInfo.InvariantCulture, $"its rows are usually {usual} apart, bars of {timeframe} are {timeframe.Length()} long"),
            meant is null ? "Name the length its bars have (--timeframe)." : $"Import it with --timeframe {meant}.");
    }

    // The median: weekends and holes in a file do not move it.
    private static TimeSpan Usual(ReadOnlySpan<long> times)
    {
        var gaps = new long[times.Length - 1];
        for (int i = 0; i < gaps.Length; i++)
        {
            gaps[i] = times[i + 1] - times[i];
        }

        Array.Sort(gaps);
        return TimeSpan.FromTicks(gaps[gaps.Length / 2]);
    }
}
