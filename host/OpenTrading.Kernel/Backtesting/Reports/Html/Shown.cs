using System.Globalization;
using OpenTrading.Kernel.Backtesting.Metrics;

namespace OpenTrading.Kernel.Backtesting.Reports.Html;

/// <summary>Numbers as a reader sees them: invariant, with a true minus sign, and a dash where there is none.</summary>
internal static class Shown
{
    private const string Absent = "–";

    /// <summary>A metric in its unit.</summary>
    public static string Metric(MetricUnit unit, double value) => unit switch
    {
        MetricUnit.Money => Money(value),
        MetricUnit.Fraction => Percent(value),
        MetricUnit.Percent => Percent(value / 100),
        MetricUnit.Count => Whole(value),
        MetricUnit.Quantity or MetricUnit.Points or MetricUnit.Days => Format(value, "#,##0.0"),
        MetricUnit.Years => Format(value, "#,##0.00"),
        _ => Ratio(value),
    };

    /// <summary>Money with two decimals.</summary>
    public static string Money(double value) => Format(value, "#,##0.00");

    /// <summary>Money with its sign always shown.</summary>
    public static string SignedMoney(double value) => Sign(value) + Money(value);

    /// <summary>A whole number.</summary>
    public static string Whole(double value) => Format(value, "#,##0");

    /// <summary>A bare ratio: two decimals, more for a small one.</summary>
    public static string Ratio(double value) => Format(value, Decimals(Math.Abs(value)));

    /// <summary>A fraction in percent: two decimals, more for a small one.</summary>
    public static string Percent(double fraction)
    {
        double percent = fraction * 100;
        if (fraction is 0 or 1)
        {
            return Whole(percent) + "\u202f%";
        }

        return double.IsFinite(percent) ? Format(percent, Decimals(Math.Abs(percent))) + "\u202f%" : Absent;
    }

    /// <summary>A fraction in percent with its sign always shown.</summary>
    public static string SignedPercent(double fraction) => Sign(fraction) + Percent(fraction);

    /// <summary>A tick of an axis, in as few letters as its step allows.</summary>
    public static string Tick(double value, double step)
    {
        if (Math.Abs(value) >= 1e6 && step >= 1e5)
        {
            return Format(value / 1e6, step >= 1e6 ? "#,##0" : "#,##0.0") + "\u202fM";
        }

        return step >= 1 ? Format(value, "#,##0") : Format(value, "0." + new string('0', Math.Min(8, (int)Math.Ceiling(-Math.Log10(step) - 1e-9))));
    }

    /// <summary>A date.</summary>
    public static string Day(DateTime time) => time.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant to the minute, to the millisecond where it has any.</summary>
    public static string Time(DateTime time) =>
        time.ToString(time.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string Sign(double value) => value > 0 ? "+" : "";

    private static string Decimals(double size) => size switch
    {
        >= 1000 => "#,##0",
        >= 0.1 or 0 => "0.00",
        >= 0.01 => "0.000",
        _ => "0.0000",
    };

    private static string Format(double value, string format)
    {
        if (!double.IsFinite(value))
        {
            return Absent;
        }

        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return text.Replace('-', '\u2212');
    }
}
