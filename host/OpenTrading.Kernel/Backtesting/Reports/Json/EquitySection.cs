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
        JsonRows.Write(writer, "equity", Marks(curve, report.EquityDetail), (line, mark) =>
        {
            line.Time("time", curve.TimeOf(mark.Bar));
            line.Number("equity", curve.Equity[mark.Bar]);
            line.Number("drawdown", mark.Drawdown);
        });
        JsonRows.Write(writer, "dailyReturns", report.Summary.Days, static (line, day) =>
        {
            line.WriteString("day", day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            line.Rounded("return", day.Return);
        });
        JsonRows.Write(writer, "monthlyReturns", MonthlyReturns.Of(report.Summary.Days, curve.InitialCash), static (line, month) =>
        {
            line.WriteString("month", string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}-{month.Month:00}"));
            line.Rounded("return", month.Return);
        });
    }

    // The peak runs over every bar, also where only days are told.
    private static IEnumerable<(int Bar, double Drawdown)> Marks(EquityCurve curve, EquityDetail detail)
    {
        double peak = curve.InitialCash;
        for (int i = 0; i < curve.Count; i++)
        {
            peak = Math.Max(peak, curve.Equity[i]);
            if (detail == EquityDetail.Bars || DailyReturns.EndsDay(curve.Times, i))
            {
                yield return (i, peak - curve.Equity[i]);
            }
        }
    }
}
