using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Testing.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Testing.Tests.Risk;

public sealed class RiskRuleContractTests
{
    [Fact]
    public void Purity_ARuleThatCounts_IsCaught() =>
        Caught.By(new Specimen(() => new EveryThird()).Check_SameSceneAgain_GivesTheSameVerdict, "A rule is pure");

    [Fact]
    public void Purity_AStaticCount_IsCaught() =>
        Caught.By(new Specimen(() => new AtMostOnce()).Check_SameSceneAgain_GivesTheSameVerdict, "A rule is pure");

    [Fact]
    public void Verdict_Null_IsCaught() =>
        Caught.By(new Specimen(() => new Mute()).Check_AnyScene_ReturnsAVerdict, "It returned null");

    [Fact]
    public void Verdict_AnException_IsCaught() =>
        Caught.By(new Specimen(() => new Trusting()).Check_AnyScene_ReturnsAVerdict, "It threw NullReferenceException");

    [Fact]
    public void Reduction_ToMore_IsCaught() =>
        Caught.By(new Specimen(() => new Generous()).Check_Reduction_TightensAndThenSatisfies, "A rule can only tighten");

    [Fact]
    public void Reduction_ThatIsRefusedAgain_IsCaught() =>
        Caught.By(new Specimen(() => new NeverEnough()).Check_Reduction_TightensAndThenSatisfies, "Name the largest volume that satisfies it");

    [Fact]
    public void Declaration_Missing_IsCaught() =>
        Caught.By(new Specimen(() => new Nameless()).Declaration_OfTheRule_IsComplete, "has no [RiskRule");

    [Fact]
    public void Scenes_All_DifferFromEachOther() =>
        Assert.True(RiskScenes.All.Count > 500 && RiskScenes.All.Distinct().Count() > 500, $"{RiskScenes.All.Distinct().Count()} scenes");

    /// <summary>An honest rule that reduces passes.</summary>
    public sealed class Honest : RiskRuleContract
    {
        protected override IRiskRule Create() => new HalfALot();
    }

    private sealed class Specimen(Func<IRiskRule> create) : RiskRuleContract
    {
        protected override IRiskRule Create() => create();
    }

    [RiskRule("half_a_lot", OrderClass.Entry, "lower volume")]
    private sealed class HalfALot : IRiskRule
    {
        public RuleResult Check(RiskContext context) => RuleResult.AtMost(context.Order.Volume, 0.5m, "lots").OrReduceTo(0.5m);
    }

    [RiskRule("every_third", OrderClass.Entry, "try again")]
    private sealed class EveryThird : IRiskRule
    {
        private int _asked;

        public RuleResult Check(RiskContext context) => RuleResult.AtMost(++_asked % 3, 1, "orders");
    }

    [RiskRule("at_most_once", OrderClass.Entry, "wait")]
    private sealed class AtMostOnce : IRiskRule
    {
        private static int _passed;

        public RuleResult Check(RiskContext context) => RuleResult.Test(_passed++ == 0, "again", "is not", "first");
    }

    [RiskRule("mute", OrderClass.Entry, "wait")]
    private sealed class Mute : IRiskRule
    {
        public RuleResult Check(RiskContext context) => null!;
    }

    [RiskRule("trusting", OrderClass.Entry, "wait")]
    private sealed class Trusting : IRiskRule
    {
        public RuleResult Check(RiskContext context) => RuleResult.AtMost(context.Quote!.Spread, 1, "points");
    }

    [RiskRule("generous", OrderClass.Entry, "wait")]
    private sealed class Generous : IRiskRule
    {
        public RuleResult Check(RiskContext context) => RuleResult.AtMost(context.Order.Volume, 0.05m, "lots").OrReduceTo(context.Order.Volume * 2);
    }

    [RiskRule("never_enough", OrderClass.Entry, "wait")]
    private sealed class NeverEnough : IRiskRule
    {
        public RuleResult Check(RiskContext context) => RuleResult.AtMost(context.Order.Volume, 0, "lots").OrReduceTo(context.Order.Volume / 2);
    }

    private sealed class Nameless : IRiskRule
    {
        public RuleResult Check(RiskContext context) => RuleResult.NotApplicable;
    }
}
