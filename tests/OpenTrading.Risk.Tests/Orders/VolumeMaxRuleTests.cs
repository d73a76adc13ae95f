using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class VolumeMaxRuleTests
{
    private static readonly VolumeMaxRule Rule = new();

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("volume_max", OrderClass.Entry | OrderClass.Reduce, "split"), Declared.Row<VolumeMaxRule>());

    [Theory]
    [InlineData(99.99, OrderClass.Entry, RuleOutcome.Pass, 0)]
    [InlineData(100.0, OrderClass.Entry, RuleOutcome.Pass, 0)]
    [InlineData(100.01, OrderClass.Entry, RuleOutcome.Reduce, 100)]
    [InlineData(100.0, OrderClass.Reduce, RuleOutcome.Pass, 0)]
    [InlineData(100.01, OrderClass.Reduce, RuleOutcome.Reject, 0)]
    public void Check_Volume_StaysWithinTheInstrumentsLargest(double lots, OrderClass orderClass, RuleOutcome expected, double reducedTo)
    {
        RuleResult result = Rule.Check(Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }) with { Class = orderClass });

        Assert.Equal(expected, result.Outcome);
        Assert.Equal((decimal)reducedTo, result.Volume);
    }

    [Fact]
    public void Check_UnknownInstrument_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Instrument = null }));
}
