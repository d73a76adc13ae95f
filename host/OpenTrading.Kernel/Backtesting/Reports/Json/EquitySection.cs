using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Metrics;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>Equity with its drawdown, and the returns by day and month.</summary>
internal sealed class EquitySection : IJsonSection
{
    public void Write(Utf8JsonWriter writer, BacktestReport report)
    {
        EquityCurve curve = report.Run.Curve;
        (List<int> bars, List<double> drawdowns) = Marks(curve, report.EquityDetail);
        JsonRows.Write(writer, "equity", bars.Count, (line, i) =>
        {
            line.Time("time"u8, curve.TimeOf(bars[i]));
            line.Number("equity"u8, curve.Equity[bars[i]]);
            line.Number("drawdown"u8, drawdowns[i]);
        });
        IReadOnlyList<DailyReturn> days = report.Summary.Days;
        JsonRows.Write(writer, "dailyReturns", days.Count, (line, i) =>
        {
            line.Day("day"u8, days[i].Day);
            line.Rounded("return"u8, days[i].Return);
        });
        IReadOnlyList<MonthlyReturn> months = MonthlyReturns.Of(days, curve.InitialCash);
        JsonRows.Write(writer, "monthlyReturns", months.Count, (line, i) =>
        {
            line.Text("month"u8, string.Create(CultureInfo.InvariantCulture, $"{months[i].Year:0000}-{months[i].Month:00}"));
            line.Rounded("return"u8, months[i].Return);
        });
    }

    // The peak runs over every bar, also where only days are told.
    private static (List<int> Bars, List<double> Drawdowns) Marks(EquityCurve curve, EquityDetail detail)
    {
        ReadOnlySpan<double> equity = curve.Equity;
        List<int> bars = detail == EquityDetail.Bars ? [.. Enumerable.Range(0, equity.Length)] : DailyReturns.Ends(curve.Times);
        var drawdowns = new List<double>(bars.Count);
        double peak = curve.InitialCash;
        int from = 0;
        foreach (int bar in bars)
        {
            foreach (double value in equity[from..(bar + 1)])
            {
                peak = Math.Max(peak, value);
            }

            drawdowns.Add(peak - equity[bar]);
            from = bar + 1;
        }

        return (bars, drawdowns);
    }
}
