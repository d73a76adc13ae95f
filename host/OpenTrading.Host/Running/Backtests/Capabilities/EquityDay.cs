using System.Text.Json;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Equity of a kept run at the end of a day.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Equity">Account currency.</param>
/// <param name="DrawdownPct">Fall below the highest equity of any bar so far, percent, 0 or more.</param>
internal readonly record struct EquityDay(DateTime Time, double Equity, double DrawdownPct)
{
    /// <summary>The days of a report, ascending.</summary>
    public static IEnumerable<EquityDay> Read(JsonDocument report) => report.RootElement.GetProperty("equity").EnumerateArray().Select(Of);

    // The peak runs over every bar, also between the days.
    private static EquityDay Of(JsonElement day)
    {
        double equity = day.GetProperty("equity").GetDouble();
        double fall = day.GetProperty("drawdown").GetDouble();
        return new EquityDay(day.GetProperty("time").GetDateTime().ToUniversalTime(), equity, fall > 0 ? 100 * fall / (equity + fall) : 0);
    }
}
