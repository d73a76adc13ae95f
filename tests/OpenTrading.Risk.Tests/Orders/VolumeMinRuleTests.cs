using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class VolumeMinRuleTests
{
    private static readonly VolumeMinRule Rule = new();

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("volume_min", OrderClass.Entry | OrderClass.Reduce, "raise"), Declared.Row<VolumeMinRule>());

    [Theory]
    [InlineData(0.01, RuleOutcome.Pass)]
    [InlineData(0.009, RuleOutcome.Reject)]
    [InlineData(0.0, RuleOutcome.Reject)]
    public void Check_Entry_NeedsTheSmallestVolume(double lots, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { Volume = (decimal)lots })));

    // The position has 0.50 lots.
    [Theory]
    [InlineData(0.49, RuleOutcome.Pass)]
    [InlineData(0.50, RuleOutcome.Pass)]
    [InlineData(0.495, RuleOutcome.Reject)]
    [InlineData(0.51, RuleOutcome.Reject)]
    [InlineData(0.005, RuleOutcome.Reject)]
    [InlineData(0.0, RuleOutcome.Reject)]
    public void Check_PartialClose_LeavesNothingOrTheSmallestVolume(double lots, RuleOutcome expected)
    {
        Assert.Equal(expected, Reduce((decimal)lots, Scene.Long.Ticket, Scene.Long));
        Assert.Equal(expected, Reduce((decimal)lots, null, Scene.Long));
    }

    [Fact]
    public void Check_CloseOfAnOddLot_Passes() =>
        Assert.Equal(RuleOutcome.Pass, Reduce(0.005m, Scene.Long.Ticket, Scene.Long with { Volume = 0.005m }));

    [Fact]
    public void Check_OtherPosition_DoesNotCount() =>
        Assert.Equal(RuleOutcome.Reject, Reduce(0.10m, 99, Scene.Long));

    [Fact]
    public void Check_UnknownInstrument_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Instrument = null }));

    private static RuleOutcome Reduce(decimal lots, long? target, Position position) => Rule.Outcome(
        Scene.Context.WithOrder(o => o with { Side = OrderSide.Sell, Volume = lots, Target = target }) with { Class = OrderClass.Reduce, Positions = [position] });
}
