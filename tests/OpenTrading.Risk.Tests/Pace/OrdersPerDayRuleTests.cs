using OpenTrading.Risk.Pace;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests.Pace;

public sealed class OrdersPerDayRuleTests
{
    [Theory]
    [InlineData(48, RuleOutcome.Pass)]
    [InlineData(49, RuleOutcome.Pass)]
    [InlineData(50, RuleOutcome.Reject)]
    public void Check_EntriesOfTheDay_WithThisOneStayWithinTheNumber(int sent, RuleOutcome expected) =>
        Assert.Equal(expected, new OrdersPerDayRule(50).Outcome(Scene.Context.WithHistory(h => h with { EntriesToday = sent })));
}
