using System.Text.Json;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Risk.PropFirm;

public sealed class PropFirmCapabilitiesTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly PaperHome _home;

    public PropFirmCapabilitiesTests() => _home = new PaperHome(_folder.Root);

    public void Dispose()
    {
        _home.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void GetPropFirmStatus_AfterTwoDays_MeasuresTodayFromTheResetAndTheRestFromTheStart()
    {
        // 0.1 lots: 50 won today; a day later 30 lost, and a position 11 below its entry.
        Trade(1.08990);
        _home.Bar([.. Enumerable.Repeat(1.08490, 24)]);
        Trade(1.08200 + 0.0);
        _home.Buy();
        _home.Bar(1.08490, 1.08390);

        JsonElement status = _home.Call("get_prop_firm_status", """{"profile":"ftmo-2step"}""");

        // Balance 10,049 at midnight in Prague, equity 10,049 - 30 - 11; the limit is 5 % of the initial 10,000.
        JsonElement account = _home.Call("paper_get_account");
        decimal equity = Number(account, "equity");
        Assert.Equal(Math.Round(100 * (10_049m - equity) / 10_000m, 4), Number(status, "dailyLossUsedPct"));
        Assert.Equal((5m, 10m, false), (Number(status, "dailyLossLimitPct"), Number(status, "drawdownLimitPct"), status.GetProperty("breached").GetBoolean()));
        Assert.Equal(equity - (10_049m - 500m), Number(status, "headroomMoney"));
        Assert.Equal(2, status.GetProperty("tradingDays").GetInt32());
        Assert.Equal(Math.Round(100m * 49 / (Number(account, "balance") - 10_000m), 4), Number(status, "consistencyPct"));
    }

    [Fact]
    public void GetPropFirmStatus_ByDefault_IsAgainstTheLimitsOfTheHost()
    {
        JsonElement status = _home.Call("get_prop_firm_status");

        Assert.Equal(("configured", 10m, 1000m), (status.GetProperty("profile").GetString(), Number(status, "dailyLossLimitPct"), Number(status, "headroomMoney")));
        Assert.False(status.TryGetProperty("drawdownLimitPct", out _));
    }

    [Fact]
    public void GetPropFirmStatus_OneStep_CountsTheProfitTowardsItsTarget()
    {
        Trade(1.08990);

        Assert.Equal(0.49m, Number(_home.Call("get_prop_firm_status", """{"profile":"FTMO-1step"}"""), "targetProgressPct"));
    }

    [Theory]
    [InlineData("""{"profile":"ftmo2"}""", "NOT_FOUND")]
    [InlineData("""{"account":"live"}""", "NOT_CONNECTED")]
    public void GetPropFirmStatus_WhatIsNotThere_IsRefused(string arguments, string code) => Assert.Equal(code, _home.Call("get_prop_firm_status", arguments).GetProperty("code").GetString());

    private void Trade(double exit)
    {
        _home.Buy();
        _home.Bar(1.08490);
        _home.Call("paper_close_position", """{"positionId":"all"}""");
        _home.Bar(exit);
    }

    private static decimal Number(JsonElement of, string name) => of.GetProperty(name).GetDecimal();
}
