using System.Globalization;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Plots;

/// <summary>Beginnings of years, months, days or hours along an axis of UTC ticks.</summary>
internal static class TimeTicks
{
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120];
    private static readonly int[] HourSteps = [1, 2, 3, 6, 12, 24, 48, 24 * 7, 24 * 14];

    /// <summary>At most <paramref name="most"/> ticks.</summary>
    public static IReadOnlyList<AxisTick> Of(long first, long last, int most)
    {
        double days = TimeSpan.FromTicks(last - first).TotalDays;
        if (days > most * 20)
        {
            int step = MonthSteps.FirstOrDefault(s => days / 30.4 / s <= most, MonthSteps[^1]);
            return [.. Months(first, last, step).Select(t => new AxisTick(t.Ticks, t.ToString(step % 12 == 0 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture)))];
        }

        int hours = HourSteps.FirstOrDefault(s => days * 24 / s <= most, HourSteps[^1]);
        return [.. Hours(first, last, hours).Select(t => new AxisTick(t.Ticks, t.ToString(hours % 24 == 0 ? "d MMM" : "d MMM HH:mm", CultureInfo.InvariantCulture)))];
    }

    private static IEnumerable<DateTime> Months(long first, long last, int step)
    {
        var start = new DateTime(first, DateTimeKind.Utc);
        int month = (start.Year * 12) + start.Month - 1;
        for (int k = (month + step - 1) / step * step; ; k += step)
        {
            var time = new DateTime(k / 12, (k % 12) + 1, 1, 0, 0, 0, DateTimeKind.Utc);
            if (time.Ticks > last)
            {
                yield break;
            }

            if (time.Ticks >= first)
            {
                yield return time;
            }
        }
    }

    private static IEnumerable<DateTime> Hours(long first, long last, int step)
    {
        long length = step * TimeSpan.TicksPerHour;
        for (long ticks = (first + length - 1) / length * length; ticks <= last; ticks += length)
        {
            yield return new DateTime(ticks, DateTimeKind.Utc);
        }
    }
}
