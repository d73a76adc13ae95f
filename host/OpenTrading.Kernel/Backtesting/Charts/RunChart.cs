using System.Globalization;
using System.Text;
using OpenTrading.Kernel.Backtesting.Breakdowns;
using OpenTrading.Sdk.Charts;

namespace OpenTrading.Kernel.Backtesting.Charts;

/// <summary>Pictures of a finished run, as SVG. The same run gives the same text.</summary>
public static class RunChart
{
    private const int TimeLabels = 8;
    private const int Bins = 40;
    private const double YearWidth = 60;
    private const int MostYears = 40;

    /// <summary>Equity by day.</summary>
    /// <param name="title">What was run.</param>
    /// <param name="days">Ends of days, UTC, ascending.</param>
    /// <param name="equity">Equity at each, account currency.</param>
    public static string Equity(string title, IReadOnlyList<DateTime> days, IReadOnlyList<double> equity) => OverTime(title + " · equity", days, equity, "#,0", "#1f77b4", isBelowZero: false);

    /// <summary>Fall below the highest equity so far by day.</summary>
    /// <param name="title">What was run.</param>
    /// <param name="days">Ends of days, UTC, ascending.</param>
    /// <param name="drawdownPct">Fall at each, percent, 0 or more.</param>
    public static string Drawdown(string title, IReadOnlyList<DateTime> days, IReadOnlyList<double> drawdownPct) =>
        OverTime(title + " · drawdown, %", days, [.. drawdownPct.Select(d => -d)], "0.##", ChartCanvas.Down, isBelowZero: true);

    /// <summary>Returns by calendar month: a row a year, green above 0, red below; the newest forty years.</summary>
    /// <param name="title">What was run.</param>
    /// <param name="months">Months as <see cref="PeriodResults.ByMonth"/> names them.</param>
    public static string Monthly(string title, IReadOnlyList<PeriodResult> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        var canvas = new ChartCanvas(title + " · return by month, %");
        IGrouping<string, PeriodResult>[] years = [.. months.GroupBy(m => m.Period[..4]).OrderBy(y => y.Key).TakeLast(MostYears)];
        double widest = months.Select(m => Math.Abs(m.ReturnPct ?? 0)).DefaultIfEmpty(0).Max();
        double width = (ChartCanvas.Right - ChartCanvas.Left - YearWidth) / 12;
        double height = Math.Min(40, (ChartCanvas.Bottom - ChartCanvas.Top) / Math.Max(1, years.Length));
        for (int month = 1; month <= 12; month++)
        {
            canvas.Text(Column(month, width) + 4, ChartCanvas.Height - 8, CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month), ChartCanvas.Quiet);
        }

        for (int row = 0; row < years.Length; row++)
        {
            double top = ChartCanvas.Top + (row * height);
            canvas.Text(ChartCanvas.Left, top + (height / 2) + 4, years[row].Key, ChartCanvas.Quiet);
            foreach (PeriodResult month in years[row])
            {
                double value = month.ReturnPct ?? 0;
                double left = Column(int.Parse(month.Period[5..], CultureInfo.InvariantCulture), width);
                canvas.Fill(Box(left, top, width - 2, height - 2), value < 0 ? ChartCanvas.Down : ChartCanvas.Up, widest > 0 ? 0.08 + (0.72 * Math.Abs(value) / widest) : 0.08);
                canvas.Text(left + 4, top + (height / 2) + 4, value.ToString("0.0", CultureInfo.InvariantCulture), "#222222");
            }
        }

        return canvas.Svg;
    }

    /// <summary>How many trades brought how much: forty equal bins from the worst to the best.</summary>
    /// <param name="title">What was run.</param>
    /// <param name="nets">Net of every closed trade, account currency.</param>
    public static string Distribution(string title, IReadOnlyList<double> nets)
    {
        ArgumentNullException.ThrowIfNull(nets);
        var canvas = new ChartCanvas(string.Create(CultureInfo.InvariantCulture, $"{title} · {nets.Count} trades by net result"));
        if (nets.Count == 0)
        {
            return canvas.Svg;
        }

        (double low, double high) = (nets.Min(), nets.Max());
        double step = high > low ? (high - low) / Bins : 1;
        int[] counts = new int[Bins];
        foreach (double net in nets)
        {
            counts[Math.Min(Bins - 1, (int)((net - low) / step))]++;
        }

        ChartScale scale = ChartScale.Of([0, counts.Max()], ChartCanvas.Top, ChartCanvas.Bottom - ChartCanvas.Top);
        canvas.Grid(scale, "0");
        double width = (ChartCanvas.Right - ChartCanvas.Left) / Bins;
        for (int bin = 0; bin < Bins; bin++)
        {
            double left = ChartCanvas.Left + (bin * width);
            double middle = low + ((bin + 0.5) * step);
            canvas.Fill(Box(left + 1, scale.Y(counts[bin]), width - 2, scale.Y(0) - scale.Y(counts[bin])), middle < 0 ? ChartCanvas.Down : ChartCanvas.Up);
            if (bin % (Bins / TimeLabels) == 0)
            {
                canvas.Text(left, ChartCanvas.Height - 8, middle.ToString("#,0.##", CultureInfo.InvariantCulture), ChartCanvas.Quiet);
            }
        }

        return canvas.Svg;
    }

    private static string OverTime(string title, IReadOnlyList<DateTime> days, IReadOnlyList<double> values, string format, string color, bool isBelowZero)
    {
        var canvas = new ChartCanvas(title);
        if (values.Count == 0)
        {
            return canvas.Svg;
        }

        ChartScale scale = ChartScale.Of(isBelowZero ? values.Append(0) : values, ChartCanvas.Top, ChartCanvas.Bottom - ChartCanvas.Top);
        canvas.Grid(scale, format);
        double ground = isBelowZero ? scale.Y(0) : ChartCanvas.Bottom;
        var area = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"M{ChartCanvas.X(0, values.Count):0.#} {ground:0.#}"));
        for (int i = 0; i < values.Count; i++)
        {
            area.Append(CultureInfo.InvariantCulture, $"L{ChartCanvas.X(i, values.Count):0.#} {scale.Y(values[i]):0.#}");
        }

        area.Append(CultureInfo.InvariantCulture, $"V{ground:0.#}z");
        canvas.Fill(area.ToString(), color, 0.12);
        canvas.Line(values, scale, color);
        int every = Math.Max(1, days.Count / TimeLabels);
        for (int i = every / 2; i < days.Count; i += every)
        {
            canvas.Text(ChartCanvas.X(i, days.Count) - 30, ChartCanvas.Height - 8, days[i].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ChartCanvas.Quiet);
        }

        return canvas.Svg;
    }

    private static double Column(int month, double width) => ChartCanvas.Left + YearWidth + ((month - 1) * width);

    private static string Box(double left, double top, double width, double height) =>
        string.Create(CultureInfo.InvariantCulture, $"M{left:0.#} {top:0.#}h{width:0.#}v{Math.Max(0, height):0.#}h{-width:0.#}z");
}
