using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class LotsPerSymbolRuleTests
{
    private static readonly LotsPerSymbolRule Rule = new(2m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("max_lots_per_symbol", OrderClass.Entry, "lower volume"), Declared.Row<LotsPerSymbolRule>());
        Assert.Equal("2 / 0.2 [0.01..500] *", Declared.Parameter<LotsPerSymbolRule>("lots"));
    }

    // 0.50 open and 0.10 waiting leave 1.40.
    [Theory]
    [InlineData(1.40, RuleOutcome.Pass)]
    [InlineData(1.41, RuleOutcome.Reduce)]
    public void Check_LotsOfTheSymbol_AddUp(double lots, RuleOutcome expected)
    {
        RuleResult result = Rule.Check(Held(lots));

        Assert.Equal((expected, expected == RuleOutcome.Reduce ? 1.40m : 0m), (result.Outcome, result.Volume));
    }

    [Fact]
    public void Check_OtherSymbols_DoNotCount() => Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Held(2) with { Positions = [Scene.Long with { Symbol = "GBPUSD" }], Orders = [] }));

    [Fact]
    public void Check_NothingLeft_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Held(0.01) with { Positions = [Scene.Long with { Volume = 2m }] }));

    private static RiskContext Held(double lots) => Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }) with { Positions = [Scene.Long], Orders = [Scene.Pending] };
}
