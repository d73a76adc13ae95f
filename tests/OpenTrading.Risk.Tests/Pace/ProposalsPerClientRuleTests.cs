using OpenTrading.Risk.Pace;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;

namespace OpenTrading.Risk.Tests.Pace;

public sealed class ProposalsPerClientRuleTests
{
    private static readonly ProposalsPerClientRule Rule = new(20, 5);

    [Theory]
    [InlineData(19, RuleOutcome.Pass)]
    [InlineData(20, RuleOutcome.Reject)]
    public void Check_ProposalsOfAnHour_WithThisOneStayWithinTheNumber(int proposed, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Client(Earlier(60).Times(proposed))));

    [Theory]
    [InlineData(3599.999, RuleOutcome.Reject)]
    [InlineData(3600, RuleOutcome.Pass)]
    public void Check_Window_ExcludesItsOldEdge(double secondsAgo, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Client(Earlier(secondsAgo).Times(20))));

    [Theory]
    [InlineData(4, RuleOutcome.Pass)]
    [InlineData(5, RuleOutcome.Reject)]
    public void Check_WaitingProposals_WithThisOneStayWithinTheNumber(int waiting, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Client().WithHistory(h => h with { Waiting = new Dictionary<string, int> { ["client:a"] = waiting } })));

    [Fact]
    public void Check_LastLook_TheOrderWaitsNoMore() => Assert.Equal(
        RuleOutcome.Pass, Rule.Outcome(Client().WithHistory(h => h with { Waiting = new Dictionary<string, int> { ["client:a"] = 5 } }) with { Stage = GateStage.Final }));

    [Fact]
    public void Check_Strategies_AreNoClients() => Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Past.Proposed(Past.Order(1).Times(99))));

    private static OrderTrace Earlier(double secondsAgo) => Past.Order(secondsAgo) with { Proposer = "client:a" };

    private static RiskContext Client(params OrderTrace[] proposed) => Past.Proposed(proposed).WithOrder(o => o with { Proposer = "client:a" });
}
