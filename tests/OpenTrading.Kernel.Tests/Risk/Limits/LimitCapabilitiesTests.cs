using System.Text.Json;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Risk.Limits;

public sealed class LimitCapabilitiesTests : IDisposable
{
    private readonly PaperBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void GetRiskLimits_WithAPosition_SaysWhatIsUsed()
    {
        _bench.Desk.Orders.Submit(Scene.Buy with { Volume = 1m });
        _bench.Bar(1.08490);
        _bench.Bar(1.08390);

        JsonElement limits = _bench.Call("get_risk_limits").GetProperty("limits");

        // Bought at 1.08500, marked at a bid of 1.08390: 110 points, 110 USD of 10,000.
        Assert.Equal("""{"rule":"daily_loss_max","parameter":"frac","value":0.1,"unit":"fraction of the day's reference","origin":"config/paper.toml:7","used":0.011,"remaining":0.089}""", Row(limits, "daily_loss_max").GetRawText());
        Assert.Equal((1m, 9m), (Row(limits, "max_positions").GetProperty("used").GetDecimal(), Row(limits, "max_positions").GetProperty("remaining").GetDecimal()));
        Assert.Equal("EURUSD, USDJPY", Row(limits, "symbol_allowlist").GetProperty("value").GetString());
        Assert.False(Row(limits, "symbol_allowlist").TryGetProperty("used", out _));
    }

    [Fact]
    public void ListRiskRules_Always_AreAllOfTheGateInItsOrder()
    {
        JsonElement rules = _bench.Call("list_risk_rules").GetProperty("rules");

        Assert.Equal(_bench.Desk.Gate.RuleIds, rules.EnumerateArray().Select(r => r.GetProperty("rule").GetString()!));
        Assert.Equal(
            """{"rule":"kill_switch","order":1,"enabled":true,"description":"The kill switch is at level 0.","appliesTo":["E","M+"]}""", rules[0].GetRawText());
        Assert.Equal("frac = 0.05", Row(rules, "risk_per_trade_max").GetProperty("limit").GetString());
        Assert.Equal(["E", "M+", "M-", "R", "C"], Row(rules, "trading_state").GetProperty("appliesTo").EnumerateArray().Select(c => c.GetString()!));
        Assert.All(rules.EnumerateArray(), r => Assert.EndsWith(".", r.GetProperty("description").GetString(), StringComparison.Ordinal));
    }

    private static JsonElement Row(JsonElement rows, string rule) => rows.EnumerateArray().Single(r => r.GetProperty("rule").GetString() == rule);
}
