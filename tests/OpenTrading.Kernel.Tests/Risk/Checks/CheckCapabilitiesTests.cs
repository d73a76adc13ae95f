using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Risk.Checks;

public sealed class CheckCapabilitiesTests : IDisposable
{
    private const string Sound = """{"symbol":"EURUSD","side":"buy","lots":0.5,"stopLoss":1.0825,"takeProfit":1.0895}""";

    private readonly PaperBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void CheckRisk_SoundOrder_IsAllowedWithItsRisk()
    {
        JsonElement check = _bench.Call("check_risk", Sound);

        // Ask 1.08500, 250 points to the stop, 1 USD a point and lot.
        Assert.True(check.GetProperty("allowed").GetBoolean());
        Assert.Equal(125m, check.GetProperty("riskMoney").GetDecimal());
        Assert.Equal(1.25m, check.GetProperty("riskPct").GetDecimal());
        Assert.Equal(1.8m, check.GetProperty("rewardRisk").GetDecimal());
        Assert.Equal(2m, check.GetProperty("maxLots").GetDecimal());
        Assert.Equal("test", check.GetProperty("source").GetString());
        Assert.Equal(19, check.GetProperty("rules").GetArrayLength());
        Assert.Equal("""{"rule":"risk_per_trade_max","status":"pass","value":"125","limit":"<= 500","unit":"USD","message":"risk_per_trade_max: risk per trade max paper@sim is 125 USD, limit <= 500"}""", Rule(check, "risk_per_trade_max").GetRawText());
        Assert.Equal("not_applicable", Rule(check, "min_signal_confidence").GetProperty("status").GetString());
    }

    [Fact]
    public void CheckRisk_TooMuch_FailsWithTheLargestVolume()
    {
        JsonElement check = _bench.Call("check_risk", Sound.Replace("0.5,", "2.01,", StringComparison.Ordinal));

        Assert.False(check.GetProperty("allowed").GetBoolean());
        Assert.Equal(2m, check.GetProperty("maxLots").GetDecimal());
        JsonElement rule = Rule(check, "risk_per_trade_max");
        Assert.Equal(("fail", "502.5", "lower volume"), (rule.GetProperty("status").GetString(), rule.GetProperty("value").GetString(), rule.GetProperty("remedy").GetString()));
    }

    [Fact]
    public void CheckRisk_Always_LeavesNoOrderBehind()
    {
        _bench.Call("check_risk", Sound);

        Assert.Equal(0, _bench.Desk.Ledger.Count);
        Assert.Equal(["day.reference"], _bench.Journal.Types);
    }

    [Theory]
    [InlineData("""{"symbol":"NOPE","side":"buy","lots":1}""", "SYMBOL_UNKNOWN")]
    [InlineData("""{"symbol":"GBPUSD","side":"buy","lots":1}""", "DATA_UNAVAILABLE")]
    [InlineData("""{"symbol":"mt5:EURUSD","side":"buy","lots":1}""", "DATA_UNAVAILABLE")]
    [InlineData("""{"symbol":"EURUSD","side":"buy","lots":1,"account":"live"}""", "NOT_CONNECTED")]
    [InlineData("""{"symbol":"EURUSD","side":"buy","lots":0}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","side":"buy","lots":1,"orderType":"limit"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","side":"buy","lots":1,"price":1.08}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","side":"buy","lots":1,"stopLoss":1.082505}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","side":"buy","lots":1,"stopLoss":-1}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","side":"buy","lots":1,"confidence":1.5}""", "VALIDATION_ERROR")]
    public void CheckRisk_WrongInput_IsRefused(string arguments, string code) =>
        Assert.Equal(code, _bench.Call("check_risk", arguments).GetProperty("code").GetString());

    [Fact]
    public void CheckRisk_AnyOrder_TheGateDecidesTheSame()
    {
        Prop.ForAll(Orders(), order =>
        {
            using var bench = new PaperBench();
            JsonElement check = bench.Call("check_risk", order.Arguments);
            Order submitted = bench.Desk.Orders.Submit(order.Intent);

            bool passed = submitted.State != OrderState.Rejected;
            decimal largest = check.GetProperty("maxLots").GetDecimal();
            bool largestPasses = largest == 0 || bench.Desk.Orders.Check(order.Intent with { Volume = largest }).Verdict.Passed;
            bool moreFails = !bench.Desk.Orders.Check(order.Intent with { Volume = largest + 0.01m }).Verdict.Passed;
            return check.GetProperty("allowed").GetBoolean() == passed && largestPasses && moreFails && (!passed || submitted.Intent.Volume == order.Intent.Volume);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(42, 1));
    }

    [Fact]
    public void ExplainRejection_OfACheck_NamesViolationsAndTheNearestPass()
    {
        string id = _bench.Call("check_risk", Sound.Replace("0.5,", "3,", StringComparison.Ordinal)).GetProperty("decisionId").GetString()!;

        JsonElement explained = _bench.Call("explain_rejection", $$"""{"decisionId":"{{id}}"}""");

        Assert.StartsWith("dec_", id, StringComparison.Ordinal);
        Assert.False(explained.GetProperty("allowed").GetBoolean());
        Assert.Equal("risk_per_trade_max", Assert.Single(explained.GetProperty("violations").EnumerateArray()).GetProperty("rule").GetString());
        Assert.Equal("""{"change":"lots","value":2.00}""", explained.GetProperty("nearestPass").GetRawText());
        Assert.Equal(1.08500m, explained.GetProperty("snapshot").GetProperty("ask").GetDecimal());
        Assert.Equal(3m, explained.GetProperty("order").GetProperty("lots").GetDecimal());
    }

    [Fact]
    public void ExplainRejection_ByDefault_IsTheLatestRefusedOrder()
    {
        Order refused = _bench.Desk.Orders.Submit(Scene.Buy with { StopLoss = null });
        _bench.Desk.Orders.Submit(Scene.Buy with { IdempotencyKey = "k2" });

        JsonElement explained = _bench.Call("explain_rejection");

        Assert.Equal(refused.Id, explained.GetProperty("orderId").GetString());
        Assert.Contains("sl_required", explained.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.False(explained.TryGetProperty("nearestPass", out _));
    }

    [Fact]
    public void ExplainRejection_NothingRefused_IsNotFound()
    {
        Assert.Equal("NOT_FOUND", _bench.Call("explain_rejection").GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", _bench.Call("explain_rejection", """{"decisionId":"dec_1"}""").GetProperty("code").GetString());
    }

    private static JsonElement Rule(JsonElement check, string id) => check.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("rule").GetString() == id);

    private static Arbitrary<(string Arguments, OrderIntent Intent)> Orders() => (
        from side in Gen.Elements(OrderSide.Buy, OrderSide.Sell)
        from steps in Gen.Choose(1, 600)
        from stop in Gen.Choose(-30, 1200)
        from target in Gen.Choose(-30, 1200)
        from hasStop in Gen.Elements(true, true, true, false)
        from hasTarget in Gen.Elements(true, false)
        from confidence in Gen.Elements<double?>(null, 0.3, 0.42, 0.9)
        select Order(side, steps * 0.005m, hasStop ? stop : null, hasTarget ? target : null, confidence)).ToArbitrary();

    private static (string Arguments, OrderIntent Intent) Order(OrderSide side, decimal lots, int? stop, int? target, double? confidence)
    {
        decimal entry = Scene.Quote.EntryPrice(side);
        OrderIntent intent = Scene.Buy with
        {
            Side = side,
            Volume = lots,
            StopLoss = stop is { } s ? entry - ((int)side * s * 0.00001m) : null,
            TakeProfit = target is { } t ? entry + ((int)side * t * 0.00001m) : null,
            Confidence = confidence,
            ReferencePrice = entry,
            Proposer = PaperBench.Analyst.Actor,
            AcceptReduced = false,
        };
        return (JsonSerializer.Serialize(new
        {
            symbol = "EURUSD",
            side = side.ToString(),
            lots = lots.ToString(CultureInfo.InvariantCulture),
            stopLoss = intent.StopLoss,
            takeProfit = intent.TakeProfit,
            confidence,
        }), intent);
    }
}
