using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Tests.Risk.Gate;

public sealed class BoundRuleTests
{
    [Fact]
    public void Check_RuleThrows_Fails() =>
        Fails(new RuleStub(_ => throw new InvalidOperationException("broken")), "threw InvalidOperationException: broken");

    [Fact]
    public void Check_RuleReturnsNull_Fails() => Fails(new RuleStub(_ => null!), "returned nothing");

    [Theory]
    [InlineData(0.39)]
    [InlineData(0.38)]
    public void Check_RuleDoesNotLowerTheVolume_Fails(double lots) =>
        Fails(new RuleStub(_ => RuleResult.Test(false, "", "", "").OrReduceTo((decimal)lots)), "reduced 0.38 lots to");

    [Fact]
    public void Check_SymbolWithVariant_AsksTheVariant()
    {
        RuleStub general = RuleStub.Passing;
        RuleStub special = RuleStub.Rejecting;
        var rule = new BoundRule(general.Bind().Declaration, general, new Dictionary<string, IRiskRule> { ["XAUUSD"] = special });

        Assert.Equal(RuleOutcome.Pass, rule.Check(Scene.Context).Result.Outcome);
        Assert.Equal(RuleOutcome.Reject, rule.Check(Scene.Context with { Order = Scene.Buy with { Symbol = "XAUUSD" } }).Result.Outcome);
        Assert.Single(general.AskedFor);
    }

    private static void Fails(RuleStub rule, string how)
    {
        RuleVerdict verdict = rule.Bind().Check(Scene.Context);
        GateVerdict gate = new RiskGate([rule.Bind()], new MintLedger()).Check(Scene.Context);

        Assert.True(verdict.RuleFailed);
        Assert.Equal(RuleOutcome.Reject, verdict.Result.Outcome);
        Assert.StartsWith(how, verdict.Result.Value, StringComparison.Ordinal);
        Assert.Equal("rule_failed", Assert.Single(gate.Violations).Rule);
        Assert.Equal(0m, gate.Volume);
    }
}
