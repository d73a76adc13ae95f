using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class StopSideRuleTests
{
    private static readonly StopSideRule Rule = new();

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("sl_tp_side", OrderClass.EntryOrRaise | OrderClass.Tighten, "swap or fix"), Declared.Row<StopSideRule>());

    // Bid 1.08490, ask 1.08500.
    [Theory]
    [InlineData(OrderSide.Buy, "1.08489", RuleOutcome.Pass)]
    [InlineData(OrderSide.Buy, "1.08490", RuleOutcome.Reject)]
    [InlineData(OrderSide.Buy, "1.08491", RuleOutcome.Reject)]
    [InlineData(OrderSide.Sell, "1.08501", RuleOutcome.Pass)]
    [InlineData(OrderSide.Sell, "1.08500", RuleOutcome.Reject)]
    [InlineData(OrderSide.Sell, "1.08499", RuleOutcome.Reject)]
    public void Check_StopOfMarketOrder_LiesBeyondTheExitPrice(OrderSide side, string stop, RuleOutcome expected) =>
        Assert.Equal(expected, Check(side, null, Price(stop), null));

    [Theory]
    [InlineData(OrderSide.Buy, "1.08501", RuleOutcome.Pass)]
    [InlineData(OrderSide.Buy, "1.08500", RuleOutcome.Reject)]
    [InlineData(OrderSide.Sell, "1.08489", RuleOutcome.Pass)]
    [InlineData(OrderSide.Sell, "1.08490", RuleOutcome.Reject)]
    public void Check_TargetOfMarketOrder_LiesBeyondTheEntryPrice(OrderSide side, string target, RuleOutcome expected) =>
        Assert.Equal(expected, Check(side, null, null, Price(target)));

    [Theory]
    [InlineData(OrderSide.Buy, "1.07999", "1.08001", RuleOutcome.Pass)]
    [InlineData(OrderSide.Buy, "1.08000", "1.08001", RuleOutcome.Reject)]
    [InlineData(OrderSide.Buy, "1.07999", "1.08000", RuleOutcome.Reject)]
    [InlineData(OrderSide.Sell, "1.08001", "1.07999", RuleOutcome.Pass)]
    [InlineData(OrderSide.Sell, "1.08000", "1.07999", RuleOutcome.Reject)]
    [InlineData(OrderSide.Sell, "1.08001", "1.08000", RuleOutcome.Reject)]
    public void Check_PendingOrder_IsMeasuredFromItsOwnPrice(OrderSide side, string stop, string target, RuleOutcome expected) =>
        Assert.Equal(expected, Check(side, 1.08000m, Price(stop), Price(target)));

    [Fact]
    public void Check_ModifiedLong_IsJudgedAsLongWhateverSideTheOrderSays()
    {
        RiskContext context = Scene.Context.WithOrder(o => o with { Kind = OrderKind.Modify, Side = OrderSide.Sell, Target = Scene.Long.Ticket, TakeProfit = null })
            with { Class = OrderClass.Tighten, Positions = [Scene.Long] };

        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(context.WithOrder(o => o with { StopLoss = 1.08489m })));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(context.WithOrder(o => o with { StopLoss = 1.08490m })));
    }

    [Fact]
    public void Check_NoQuote_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Quote = null }));

    private static decimal Price(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static RuleOutcome Check(OrderSide side, decimal? price, decimal? stop, decimal? target) => Rule.Outcome(Scene.Context.WithOrder(o => o with
    {
        Side = side,
        Type = price is null ? OrderType.Market : OrderType.Limit,
        Price = price,
        StopLoss = stop,
        TakeProfit = target,
    }));
}
