using System.Text.Json;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.Paper.Cycles;

/// <summary>The strategy <c>hourly</c> on two bars of which the second rose; EURUSD has prices, GBPUSD none.</summary>
public sealed class CycleTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly PaperHome _home;

    public CycleTests()
    {
        _home = new PaperHome(_folder.Root);
        Rise(1.08400, 1.08490);
        _home.Strategies.Hourly["stop_points"] = "250";
        _home.Strategies.Hourly["target_points"] = "500";
    }

    public void Dispose()
    {
        _home.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void RunCycle_DryRun_SaysWhatWouldBePlacedAndPlacesNothing()
    {
        JsonElement cycle = _home.Call("paper_run_cycle", """{"strategyId":"hourly"}""");

        JsonElement order = Assert.Single(cycle.GetProperty("placed").EnumerateArray());
        Assert.Equal(("buy", 0.1m, 1.085m, 1.0825m, 1.09m), (Text(order, "side"), Number(order, "lots"), Number(order, "price"), Number(order, "stopLoss"), Number(order, "takeProfit")));
        Assert.False(order.TryGetProperty("orderId", out _));
        Assert.Equal("GBPUSD", Text(Assert.Single(cycle.GetProperty("unavailable").EnumerateArray()), "section"));
        Assert.Equal("buy", Text(Assert.Single(cycle.GetProperty("signals").EnumerateArray()), "action"));
        Assert.Empty(_home.Desk.Ledger.All);
    }

    [Fact]
    public void RunCycle_InEarnest_TradesEachBarsSignalOnceUnderItsStrategy()
    {
        JsonElement placed = _home.Call("paper_run_cycle", """{"strategyId":"hourly","dryRun":false}""").GetProperty("placed")[0];
        JsonElement again = _home.Call("paper_run_cycle", """{"strategyId":"hourly","dryRun":false}""");
        _home.Bar(1.08490);

        Assert.StartsWith("ppo_", Text(placed, "orderId"), StringComparison.Ordinal);
        Assert.Equal("this bar's signal was acted upon before", Text(again.GetProperty("signals")[0], "skipped"));
        Assert.Empty(again.GetProperty("placed").EnumerateArray());
        JsonElement position = Assert.Single(_home.Call("paper_list_positions").GetProperty("positions").EnumerateArray());
        Assert.Equal(("hourly", 1.0825m), (Text(position, "strategyId"), Number(position, "stopLoss")));
    }

    [Fact]
    public void RunCycle_AgainstAnOpenPosition_ClosesItFirst()
    {
        _home.Buy();
        _home.Bar(1.08490);
        string open = Text(_home.Call("paper_list_positions").GetProperty("positions")[0], "positionId");
        _home.Strategies.Hourly["side"] = "-1";

        JsonElement cycle = _home.Call("paper_run_cycle", """{"symbols":"EURUSD","strategyId":"hourly","dryRun":false}""");
        _home.Bar(1.08490);

        Assert.Equal((open, "sell"), (Text(cycle.GetProperty("closed")[0], "positionId"), Text(cycle.GetProperty("placed")[0], "side")));
        Assert.Equal(Sdk.Trading.OrderSide.Sell, _home.Position.Side);
    }

    [Fact]
    public void RunCycle_RefusedByARule_NamesTheRules()
    {
        _home.Strategies.Hourly["confidence"] = "0.1";

        JsonElement cycle = _home.Call("paper_run_cycle", """{"strategyId":"hourly","dryRun":false}""");

        JsonElement refused = Assert.Single(cycle.GetProperty("rejected").EnumerateArray());
        Assert.Equal(["min_signal_confidence"], refused.GetProperty("failedRules").EnumerateArray().Select(r => r.GetString()));
        Assert.StartsWith("dec_", Text(refused, "decisionId"), StringComparison.Ordinal);
        Assert.Empty(cycle.GetProperty("placed").EnumerateArray());
    }

    [Fact]
    public void RunCycle_NoEntryOrNoSuchStrategy_PlacesNothing()
    {
        Rise(1.08490, 1.08400);

        JsonElement none = _home.Call("paper_run_cycle", """{"strategyId":"hourly","dryRun":false}""");

        Assert.Equal("none", Text(none.GetProperty("signals")[0], "action"));
        Assert.Empty(none.GetProperty("placed").EnumerateArray());
        Assert.Equal("NOT_FOUND", Text(_home.Call("paper_run_cycle", """{"strategyId":"nope"}"""), "code"));
    }

    private void Rise(params double[] closes)
    {
        _home.Market.Bars.Clear();
        _home.Market.Bars.AddRange(closes.Select((c, i) => new Bar(Scene.Now.AddHours(i - closes.Length), c, c, c, c)));
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static decimal Number(JsonElement of, string name) => of.GetProperty(name).GetDecimal();
}
