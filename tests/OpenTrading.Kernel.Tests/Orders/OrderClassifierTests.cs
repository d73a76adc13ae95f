using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Orders;

public sealed class OrderClassifierTests
{
    [Fact]
    public void Classify_ModifyWithAPrice_IsOfAPendingOrderAndRaises() => Assert.Equal(
        OrderClass.Raise, OrderClassifier.Classify(Change with { Price = 1.0840m, StopLoss = 1.0830m }, new BrokerSnapshot(Scene.Account, [Scene.Long], [])));

    private static readonly OrderIntent Change = Scene.Buy with { Kind = OrderKind.Modify, Target = 7 };

    // The position is long 0.50.
    [Theory]
    [InlineData(AccountMode.Netting, OrderSide.Sell, 0.50, OrderClass.Reduce)]
    [InlineData(AccountMode.Netting, OrderSide.Sell, 0.51, OrderClass.Entry)]
    [InlineData(AccountMode.Netting, OrderSide.Buy, 0.10, OrderClass.Entry)]
    [InlineData(AccountMode.Hedging, OrderSide.Sell, 0.50, OrderClass.Entry)]
    public void Classify_MarketOrder_ReducesOnlyWithinTheNetVolume(AccountMode mode, OrderSide side, double lots, OrderClass expected) =>
        Assert.Equal(expected, OrderClassifier.Classify(Scene.Buy with { Side = side, Volume = (decimal)lots }, Holding(mode)));

    [Fact]
    public void Classify_PendingOrder_IsAnEntryAlsoAgainstThePosition() => Assert.Equal(
        OrderClass.Entry,
        OrderClassifier.Classify(Scene.Buy with { Side = OrderSide.Sell, Type = OrderType.Limit, Price = 1.09m, Volume = 0.10m }, Holding(AccountMode.Netting)));

    [Theory]
    [InlineData(0.49, OrderClass.Reduce)]
    [InlineData(0.50, OrderClass.Close)]
    public void Classify_Close_IsPartialBelowTheOpenVolume(double lots, OrderClass expected) => Assert.Equal(
        expected, OrderClassifier.Classify(Scene.Buy with { Kind = OrderKind.Close, Target = 7, Volume = (decimal)lots }, Holding(AccountMode.Hedging)));

    [Fact]
    public void Classify_Cancel_IsAClose() =>
        Assert.Equal(OrderClass.Close, OrderClassifier.Classify(Scene.Buy with { Kind = OrderKind.Cancel, Target = 8 }, Holding(AccountMode.Hedging)));

    // The stop of the long position is at 1.07800.
    [Theory]
    [InlineData(1.07801, OrderClass.Tighten)]
    [InlineData(1.07800, OrderClass.Tighten)]
    [InlineData(1.07799, OrderClass.Raise)]
    [InlineData(null, OrderClass.Raise)]
    public void Classify_StopOfALong_RaisesRiskWhenWidenedOrRemoved(double? stop, OrderClass expected) =>
        Assert.Equal(expected, OrderClassifier.Classify(Change with { StopLoss = (decimal?)stop }, Holding(AccountMode.Hedging)));

    [Theory]
    [InlineData(1.07799, OrderClass.Tighten)]
    [InlineData(1.07801, OrderClass.Raise)]
    public void Classify_StopOfAShort_RaisesRiskUpwards(double stop, OrderClass expected) => Assert.Equal(
        expected,
        OrderClassifier.Classify(Change with { StopLoss = (decimal)stop }, new(Scene.Account, [Scene.Long with { Side = OrderSide.Sell }], [])));

    [Fact]
    public void Classify_FirstStopOfANakedPosition_Tightens() => Assert.Equal(
        OrderClass.Tighten, OrderClassifier.Classify(Change, new(Scene.Account, [Scene.Long with { StopLoss = null }], [])));

    [Fact]
    public void Classify_ChangeOfAPendingOrder_RaisesRisk() =>
        Assert.Equal(OrderClass.Raise, OrderClassifier.Classify(Change with { Target = 8 }, Holding(AccountMode.Hedging)));

    private static BrokerSnapshot Holding(AccountMode mode) => new(Scene.Account with { Mode = mode }, [Scene.Long], []);
}
