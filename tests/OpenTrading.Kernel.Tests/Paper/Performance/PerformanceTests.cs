using System.Text.Json;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Paper.Performance;

/// <summary>Trades of 0.1 lots, each bought at 1.08500 with a stop 250 points below: one R is 25 USD.</summary>
public sealed class PerformanceTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly PaperHome _home;

    public PerformanceTests() => _home = new PaperHome(_folder.Root);

    public void Dispose()
    {
        _home.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void EdgeReport_WinsAndLosses_MeansTheirMultiplesOfRisk()
    {
        Trade(1.0900, "up");
        Trade(1.0800, "up");
        Trade(1.0875, "down");

        JsonElement report = _home.Call("paper_edge_report");

        // +50, then the stop at 1.0825 was jumped by the bar's open: -50, then +25.
        Assert.Equal((3, 66.7m, 0.333m, 0.3333m, 1.5m), (report.GetProperty("n").GetInt32(), Number(report, "winPct"), Number(report, "avgR"), Number(report, "expectancyR"), Number(report, "profitFactor")));
        Assert.Equal((-2m, 2m), (Number(report.GetProperty("ci95R"), "low"), Number(report.GetProperty("ci95R"), "high")));
        Assert.False(report.GetProperty("edgeProven").GetBoolean());
        Assert.Equal(["up", "down"], report.GetProperty("byStrategy").EnumerateArray().Select(g => g.GetProperty("key").GetString()));
        Assert.Equal((1, 25m), (_home.Call("paper_edge_report", """{"strategyId":"down"}""").GetProperty("n").GetInt32(), Number(_home.Call("paper_edge_report", """{"strategyId":"down"}""").GetProperty("bySymbol")[0], "pnl")));
    }

    [Fact]
    public void EdgeReport_ThirtyGoodTrades_IsAnEdgeAndComparedWithItsBacktest()
    {
        for (int i = 0; i < 30; i++)
        {
            Trade(i % 3 == 0 ? 1.0830 : 1.0900, "up");
        }

        _home.Backtested["up"] = [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? -0.8 : 2.0)];
        JsonElement same = _home.Call("paper_edge_report");
        _home.Backtested["up"] = [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? 3.0 : 5.0)];
        JsonElement worse = _home.Call("paper_edge_report");

        Assert.True(same.GetProperty("edgeProven").GetBoolean());
        Assert.Equal((0m, 1m), (Number(same.GetProperty("vsBacktest"), "delta"), Number(same.GetProperty("vsBacktest"), "pValue")));
        Assert.Equal(1.0667m - 4.3333m, Number(worse.GetProperty("vsBacktest"), "delta"), 3);
        Assert.InRange(Number(worse.GetProperty("vsBacktest"), "pValue"), 0, 0.001m);
    }

    [Fact]
    public void EdgeReport_NoTrades_SaysSo()
    {
        JsonElement report = _home.Call("paper_edge_report", """{"days":1}""");

        Assert.Equal("No paper trade was closed in the last 1 days.", report.GetProperty("summary").GetString());
        Assert.False(report.TryGetProperty("ci95R", out _));
    }

    [Fact]
    public void DailyEvaluation_ADayOfTrades_TellsResultRefusalsAndPlan()
    {
        Trade(1.0900, "up", ""","takeProfit":1.09""");
        Trade(1.0800, "up");
        for (int i = 0; i < 3; i++)
        {
            _home.Call("paper_place_order", """{"symbol":"EURUSD","side":"buy","lots":0.1}""");
        }

        _home.Buy();
        _home.Bar(1.08490);
        JsonElement day = _home.Call("paper_daily_evaluation");

        Assert.Equal(("2026-01-05", 2, 0m, 0m), (day.GetProperty("date").GetString(), day.GetProperty("trades").GetInt32(), Number(day, "pnl"), Number(day, "pnlR")));
        Assert.Equal(
            [("risk_per_trade_max", 3), ("sl_required", 3)],
            day.GetProperty("ruleBreaches").EnumerateArray().Select(b => (b.GetProperty("rule").GetString(), b.GetProperty("n").GetInt32())));
        Assert.Equal((50m, 2m), (Number(day.GetProperty("best"), "pnl"), Number(day.GetProperty("best"), "r")));
        Assert.Equal(-50m, Number(day.GetProperty("worst"), "pnl"));
        JsonElement first = day.GetProperty("vsPlan")[0];
        Assert.Equal((2m, 2m, "tp", true), (Number(first, "plannedR"), Number(first, "r"), first.GetProperty("exitReason").GetString(), first.GetProperty("asPlanned").GetBoolean()));
        Assert.Equal(0.24m, Number(day, "openRiskPct"));
        string[] actions = [.. day.GetProperty("actions").EnumerateArray().Select(a => a.GetString()!)];
        Assert.Contains("Stop proposing what sl_required refuses: 3 orders were refused by it.", actions);
        Assert.Contains("Look at slippage and gaps: 1 trade(s) lost more than was risked.", actions);
    }

    [Fact]
    public void DailyEvaluation_AnotherDay_IsEmpty()
    {
        Trade(1.0900, "up");

        JsonElement day = _home.Call("paper_daily_evaluation", """{"date":"2026-01-04"}""");

        Assert.Equal((0, 0m), (day.GetProperty("trades").GetInt32(), Number(day, "pnl")));
        Assert.False(day.TryGetProperty("best", out _));
        Assert.Equal("VALIDATION_ERROR", _home.Call("paper_daily_evaluation", """{"date":"9999-12-31"}""").GetProperty("code").GetString());
    }

    private void Trade(double exit, string strategy, string more = "")
    {
        _home.Buy($",\"strategyId\":\"{strategy}\"{more}");
        _home.Bar(1.08490);
        _home.Call("paper_close_position", """{"positionId":"all"}""");
        _home.Bar(exit);
        _home.Bar(1.08490);
    }

    private static decimal Number(JsonElement of, string name) => of.GetProperty(name).GetDecimal();
}
