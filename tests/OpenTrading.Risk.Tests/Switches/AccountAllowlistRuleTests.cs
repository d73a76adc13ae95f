using OpenTrading.Risk.Switches;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Switches;

public sealed class AccountAllowlistRuleTests
{
    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("account_allowlist", OrderClass.All, "connect a listed account"), Declared.Row<AccountAllowlistRule>());
        Assert.Equal("mandatory", Declared.Parameter<AccountAllowlistRule>("logins"));
    }

    [Theory]
    [InlineData("paper@sim", RuleOutcome.Pass)]
    [InlineData("Paper@sim", RuleOutcome.Reject)]
    [InlineData("paper@sim2", RuleOutcome.Reject)]
    public void Check_Login_MustBeListedExactly(string listed, RuleOutcome expected) =>
        Assert.Equal(expected, new AccountAllowlistRule(["1@other", listed]).Outcome(Scene.Context));

    [Fact]
    public void Check_EmptyList_RejectsEveryAccount() =>
        Assert.Equal(RuleOutcome.Reject, new AccountAllowlistRule([]).Outcome(Scene.Context));
}
