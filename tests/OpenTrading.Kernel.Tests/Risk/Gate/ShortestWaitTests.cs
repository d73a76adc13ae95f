using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Tests.Risk.Gate;

public sealed class ShortestWaitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(541)]
    [InlineData(259_200)]
    public void ShortestWait_ARuleThatPassesLater_IsTheFirstSecondAtWhichItDoes(int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Wait(context => context.Now >= Scene.Now.AddSeconds(seconds)));

    [Fact]
    public void ShortestWait_ARuleThatNeverPasses_IsNone() => Assert.Null(Wait(_ => false));

    [Fact]
    public void ShortestWait_AQuote_AgesNotWhileItWaits() =>
        Assert.Equal(TimeSpan.FromSeconds(600), Wait(context => context.Now >= Scene.Now.AddSeconds(600) && context.Now - context.Quote!.Time <= TimeSpan.FromSeconds(3)));

    private static TimeSpan? Wait(Func<RiskContext, bool> passes) =>
        new DeskBench(new RuleStub(c => RuleResult.Test(passes(c), "1", "<=", "1")).Bind()).Desk.ShortestWait(Scene.Context);
}
