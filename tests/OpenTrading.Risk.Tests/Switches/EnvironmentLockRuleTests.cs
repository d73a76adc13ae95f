using OpenTrading.Risk.Switches;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Switches;

public sealed class EnvironmentLockRuleTests
{
    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("env_lock", OrderClass.All, "fix env or account"), Declared.Row<EnvironmentLockRule>());
        Assert.Equal("mandatory", Declared.Parameter<EnvironmentLockRule>("env"));
        Assert.Equal("False", Declared.Parameter<EnvironmentLockRule>("live_enabled"));
    }

    [Theory]
    [InlineData(TradingEnvironment.Paper, false, AccountKind.Simulated, RuleOutcome.Pass)]
    [InlineData(TradingEnvironment.Paper, true, AccountKind.Demo, RuleOutcome.Reject)]
    [InlineData(TradingEnvironment.Paper, true, AccountKind.Real, RuleOutcome.Reject)]
    [InlineData(TradingEnvironment.Demo, false, AccountKind.Demo, RuleOutcome.Pass)]
    [InlineData(TradingEnvironment.Demo, true, AccountKind.Simulated, RuleOutcome.Reject)]
    [InlineData(TradingEnvironment.Demo, true, AccountKind.Real, RuleOutcome.Reject)]
    [InlineData(TradingEnvironment.Live, true, AccountKind.Real, RuleOutcome.Pass)]
    [InlineData(TradingEnvironment.Live, false, AccountKind.Real, RuleOutcome.Reject)]
    [InlineData(TradingEnvironment.Live, true, AccountKind.Demo, RuleOutcome.Reject)]
    [InlineData(TradingEnvironment.Live, true, AccountKind.Simulated, RuleOutcome.Reject)]
    public void Check_AccountKind_MustFitTheEnvironment(TradingEnvironment env, bool liveEnabled, AccountKind kind, RuleOutcome expected) =>
        Assert.Equal(expected, new EnvironmentLockRule(env, liveEnabled).Outcome(Scene.Context with { Account = Scene.Account with { Kind = kind } }));
}
