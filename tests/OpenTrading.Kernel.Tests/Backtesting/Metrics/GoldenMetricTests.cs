using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Simulation.Tests.Support;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Kernel.Tests.Backtesting.Metrics;

/// <summary>Every number of the golden metrics.</summary>
public class GoldenMetricTests
{
    [GoldenFact("metrics.json", "EURUSD_H1.csv")]
    public void Summary_OfW1_HasEveryGoldenMetric() => AssertMetrics("w1_eurusd_h1", GoldenRecords.W1);

    [GoldenFact("metrics.json", "USDJPY_H4.csv")]
    public void Summary_OfCaseC_HasEveryGoldenMetric() => AssertMetrics("c_usdjpy_h4_costs_none", GoldenRecords.CaseC);

    private static void AssertMetrics(string name, RunRecord run)
    {
        JsonElement golden = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Reference("backtest", "metrics.json"))).RootElement.GetProperty(name);
        var summary = new RunSummary(run);
        string[] wrong =
        [
            .. golden.GetProperty("metrics").EnumerateObject()
                .Where(p => p.Name != "firstTradesMaeMfe" && !IsNear(p.Value, MetricCatalog.Named(p.Name).Of(summary)))
                .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}: expected {p.Value}, actual {MetricCatalog.Named(p.Name).Of(summary)}")),
        ];

        Assert.Empty(wrong);
        Assert.Equal(
            golden.GetProperty("metrics").GetProperty("firstTradesMaeMfe").EnumerateArray().Select(t => (t[0].GetDouble(), t[1].GetDouble())),
            run.Trades.Take(5).Select(t => (t.AdversePoints, t.FavourablePoints)));
        AssertDays(golden.GetProperty("firstDays"), summary.Days.Take(6));
        AssertDays(golden.GetProperty("lastDays"), summary.Days.TakeLast(3));
    }

    // The file holds ten decimals, so a number below one is exact to half of the last of them.
    private static bool IsNear(JsonElement expected, double actual) => expected.ValueKind == JsonValueKind.Null
        ? double.IsNaN(actual)
        : Math.Abs(expected.GetDouble() - actual) <= Math.Max(5.0001e-11, 1e-9 * Math.Abs(expected.GetDouble()));

    private static void AssertDays(JsonElement expected, IEnumerable<DailyReturn> actual)
    {
        foreach ((JsonElement row, DailyReturn day) in expected.EnumerateArray().Zip(actual))
        {
            Assert.Equal(row[0].GetString(), day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Assert.Equal(row[1].GetDouble(), day.Return, 1e-13);
        }
    }
}
