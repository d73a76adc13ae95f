using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Testing.Risk;

namespace NamespaceOfTheName.Tests;

/// <summary>The rule keeps what the gate relies on: pure, always a verdict, only tightens.</summary>
public sealed class EntryHoursRuleContract : RiskRuleContract
{
    protected override IRiskRule Create() => new EntryHoursRule(from: 9, to: 17);
}

public sealed class EntryHoursRuleTests
{
    [Theory]
    [InlineData(9, 17, 8, RuleOutcome.Reject)]
    [InlineData(9, 17, 9, RuleOutcome.Pass)]
    [InlineData(9, 17, 17, RuleOutcome.Reject)]
    [InlineData(22, 6, 23, RuleOutcome.Pass)]
    [InlineData(22, 6, 5, RuleOutcome.Pass)]
    [InlineData(22, 6, 6, RuleOutcome.Reject)]
    public void Check_AnHour_IsJudgedByTheWindow(int from, int to, int hour, RuleOutcome expected)
    {
        RiskContext scene = RiskScenes.Usual with { Now = new DateTime(2026, 1, 5, hour, 30, 0, DateTimeKind.Utc) };

        Assert.Equal(expected, new EntryHoursRule(from, to).Check(scene).Outcome);
    }
}
