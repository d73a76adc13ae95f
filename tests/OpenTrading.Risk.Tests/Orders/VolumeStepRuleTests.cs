using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class VolumeStepRuleTests
{
    private static readonly VolumeStepRule Rule = new();

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("volume_step", OrderClass.Entry | OrderClass.Reduce, "round down"), Declared.Row<VolumeStepRule>());

    [Theory]
    [InlineData(0.38, OrderClass.Entry, RuleOutcome.Pass, 0)]
    [InlineData(0.389, OrderClass.Entry, RuleOutcome.Reduce, 0.38)]
    [InlineData(0.3800001, OrderClass.Entry, RuleOutcome.Reduce, 0.38)]
    [InlineData(0.009, OrderClass.Entry, RuleOutcome.Reject, 0)]
    [InlineData(0.38, OrderClass.Reduce, RuleOutcome.Pass, 0)]
    [InlineData(0.389, OrderClass.Reduce, RuleOutcome.Reject, 0)]
    public void Check_Volume_MustBeAMultipleOfTheStep(double lots, OrderClass orderClass, RuleOutcome expected, double reducedTo)
    {
        RuleResult result = Rule.Check(Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }) with { Class = orderClass });

        Assert.Equal(expected, result.Outcome);
        Assert.Equal((decimal)reducedTo, result.Volume);
    }

    [Fact]
    public void Check_UnknownInstrument_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Instrument = null }));
}
