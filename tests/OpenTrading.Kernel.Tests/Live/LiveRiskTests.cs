using System.Text.Json;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Live;

/// <summary>What is asked of the risk and the results of an account at a broker: 10,000 USD, met on a Monday at eight.</summary>
public sealed class LiveRiskTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private LiveBench _bench;

    public LiveRiskTests() => _bench = new LiveBench(_folder.Root);

    public void Dispose()
    {
        _bench.Dispose();
        _folder.Dispose();
    }

    // Half a lot, worth 54,247.50 USD; forty days of -3 %, -2 %, -1 % and 0.1 % up.
    [Fact]
    public void GetVar_Live_ValuesWhatTheTerminalHolds()
    {
        Hold(0.5m);
        _bench.Link.Margin = 542.50m;
        double close = 1.1;
        DateTime time = Scene.Now.Date.AddDays(-41);
        foreach (double r in (double[])[0, -0.03, -0.02, -0.01, .. Enumerable.Repeat(0.001, 37)])
        {
            close *= Math.Exp(r);
            _bench.Market.Bars.Add(new Bar(time, close, close, close, close));
            time = time.AddDays(1);
        }

        JsonElement risk = Call("get_var", new { account = "live" });

        Assert.Equal(("mt5", 539.78m, 1338.72m, 40), (risk.GetProperty("source").GetString(), Number(risk, "var"), Number(risk, "expectedShortfall"), risk.GetProperty("observations").GetInt32()));
        Assert.Equal((Scene.Now, 5.3978m), (risk.GetProperty("asOf").GetDateTime(), Number(risk, "varPct")));
        JsonElement stress = risk.GetProperty("stress")[2];
        Assert.Equal((-5424.75m, 4575.25m, 843.3641m), (Number(stress, "pnl"), Number(stress, "equityAfter"), Number(stress, "marginLevelPct")));
        Assert.False(stress.TryGetProperty("stopOut", out _));
    }

    [Fact]
    public void GetVar_LiveWithoutHistory_SaysSo()
    {
        Hold(0.5m);

        Assert.Equal("DATA_UNAVAILABLE", LiveBench.Code(Call("get_var", new { account = "live" })));

        _bench.Link.Change(isConnected: false);
        Assert.Equal("NOT_CONNECTED", LiveBench.Code(Call("get_var", new { account = "live" })));
    }

    [Fact]
    public void GetPropFirmStatus_Live_IsMeasuredFromTheReferenceThatTheHostTook()
    {
        Assert.Equal(0m, Number(Status("configured"), "dailyLossUsedPct"));
        Deal(-300m);

        JsonElement status = Status("configured");

        // 10 % of the day's 10,000 and 20 % of the highest mark: the day's floor is the nearer one.
        Assert.Equal((3m, 10m, 700m), (Number(status, "dailyLossUsedPct"), Number(status, "dailyLossLimitPct"), Number(status, "headroomMoney")));
        Assert.Equal((3m, 20m, 1), (Number(status, "totalDrawdownPct"), Number(status, "drawdownLimitPct"), status.GetProperty("tradingDays").GetInt32()));
        Assert.Equal(("mt5", Scene.Now), (status.GetProperty("source").GetString(), status.GetProperty("asOf").GetDateTime()));
    }

    // In Prague the day began at 23:00, nine hours before the host met the account.
    [Fact]
    public void GetPropFirmStatus_ResetBeforeTheHostKnewTheAccount_IsUnavailableUntilTheNextOne()
    {
        Status("configured");
        Deal(-300m);
        JsonElement early = Status("ftmo-2step");
        Assert.Equal("DATA_UNAVAILABLE", LiveBench.Code(early));
        Assert.Contains("is not known: the host knows the account since 2026-01-05 08:00 UTC", early.GetProperty("message").GetString(), StringComparison.Ordinal);

        Again(hours: 24);
        Deal(-100m);
        JsonElement status = Status("ftmo-2step");

        // From the 9,700 at the reset; the limits are of the initial 10,000.
        Assert.Equal((1m, 4m, 400m), (Number(status, "dailyLossUsedPct"), Number(status, "totalDrawdownPct"), Number(status, "headroomMoney")));
        Assert.Equal(2, status.GetProperty("tradingDays").GetInt32());
    }

    [Fact]
    public void GetPropFirmStatus_LiveTrailing_FallsFromTheHighestBalance()
    {
        Status("configured");
        Deal(500m);
        Again(hours: 24);
        Deal(-200m);

        // 4 % below the highest mark of 10,500, and never above the initial 10,000: 300 are left of 10,300.
        JsonElement status = Status("trailing");
        Assert.Equal((300m, 4m), (Number(status, "headroomMoney"), Number(status, "drawdownLimitPct")));
    }

    [Fact]
    public void GetPerformanceStats_Live_AddsUpTheTradesOfTheAccount()
    {
        JsonElement none = Call("get_performance_stats", new { account = "live" });
        Assert.Equal((0, "No trade of 50***34@Broker-Demo was closed in that time. mt5 is followed since 2026-01-05 08:00 UTC."), (none.GetProperty("total").GetProperty("n").GetInt32(), none.GetProperty("summary").GetString()));
        Assert.False(none.GetProperty("total").TryGetProperty("winPct", out _));

        Deal(50m);
        Deal(-20m);
        Again(hours: 1);
        Hold(0.1m, ticket: 999);
        _bench.Link.Tell(Closing(999, 7m));

        JsonElement stats = Call("get_performance_stats", new { account = "live" });
        JsonElement total = stats.GetProperty("total");
        Assert.Equal((2, 50m, 30m, 2.5m), (total.GetProperty("n").GetInt32(), Number(total, "winPct"), Number(total, "pnl"), Number(total, "profitFactor")));
        Assert.Equal("USD", stats.GetProperty("currency").GetString());
        Assert.EndsWith("; 1 closings of positions opened before are left out.", stats.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, Call("get_performance_stats", new { account = "paper" }).GetProperty("total").GetProperty("n").GetInt32());
    }

    private JsonElement Call(string name, object arguments) => _bench.Call(name, arguments);

    private static decimal Number(JsonElement of, string name) => of.GetProperty(name).GetDecimal();

    private JsonElement Status(string profile) => Call("get_prop_firm_status", new { account = "live", profile });

    private void Hold(decimal lots, long ticket = 7) =>
        _bench.Link.Positions.Add(new Position(ticket, "EURUSD", OrderSide.Buy, lots, 1.08490m, Scene.Now));

    // A trade by hand: opened and closed at the terminal with a profit.
    private void Deal(decimal profit)
    {
        long ticket = 500 + _bench.Types.Count;
        _bench.Link.Tell(Closing(ticket, 0) with { DealId = ticket, Fill = Closing(ticket, 0).Fill! with { Side = OrderSide.Buy, Reason = FillReason.Open, ClosedVolume = 0, PositionVolume = 0.10m } });
        _bench.Link.Balance += profit;
        _bench.Link.Tell(Closing(ticket, profit));
    }

    private ExecutionReport Closing(long ticket, decimal profit) => new()
    {
        Kind = ExecutionKind.Fill,
        Time = _bench.Link.Time,
        Symbol = "EURUSD",
        Ticket = ticket,
        DealId = ticket + 10_000,
        Fill = new Fill(OrderSide.Sell, 0.10m, 1.08490m, FillReason.Close, ticket, 0.10m, profit, 0, 0, _bench.Link.Balance, null, null, 0, 1.08490m),
    };

    // The host of some hours later, at the same terminal.
    private void Again(double hours)
    {
        _bench.Dispose();
        _bench.Clock.Pass(3600 * hours);
        _bench.Link.Time = _bench.Clock.Now;
        _bench = new LiveBench(_folder.Root, _bench.Link, _bench.Clock, isFirst: false);
    }
}
