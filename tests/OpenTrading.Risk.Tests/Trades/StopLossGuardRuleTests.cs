using OpenTrading.Risk.Tests.Support;
using OpenTrading.Risk.Trades;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Trades;

public sealed class StopLossGuardRuleTests
{
    private static readonly StopLossGuardRule Rule = new(4, 1440, 60, GuardScope.Account);

    [Theory]
    [InlineData(3, RuleOutcome.Pass)]
    [InlineData(4, RuleOutcome.Reject)]
    public void Check_StoppedTrades_AreBelowTheNumber(int stopped, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Past.Closed(Past.Trade(10, -5m).Times(stopped))));

    [Theory]
    [InlineData(59.99, RuleOutcome.Reject)]
    [InlineData(60, RuleOutcome.Pass)]
    public void Check_AfterTheLast_EntriesRest(double minutesAgo, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Past.Closed(Past.Trade(minutesAgo, -5m).Times(4))));

    [Theory]
    [InlineData(1439.99, RuleOutcome.Reject)]
    [InlineData(1440, RuleOutcome.Pass)]
    public void Check_OldStops_DoNotCount(double oldest, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Past.Closed([Past.Trade(oldest, -5m), .. Past.Trade(10, -5m).Times(3)])));

    [Fact]
    public void Check_OtherExitsAndStopsInProfit_DoNotCount() => Assert.Equal(
        RuleOutcome.Pass, Rule.Outcome(Past.Closed([.. Past.Trade(10, -5m, FillReason.Close).Times(4), .. Past.Trade(10, 5m).Times(4)])));

    [Theory]
    [InlineData(GuardScope.Account, RuleOutcome.Reject)]
    [InlineData(GuardScope.Symbol, RuleOutcome.Pass)]
    [InlineData(GuardScope.SymbolSide, RuleOutcome.Pass)]
    public void Check_StopsOfAnotherSymbol_CountForTheAccountAlone(GuardScope scope, RuleOutcome expected) =>
        Assert.Equal(expected, Scoped(scope).Outcome(Past.Closed((Past.Trade(10, -5m) with { Symbol = "GBPUSD" }).Times(4))));

    [Theory]
    [InlineData(GuardScope.Symbol, RuleOutcome.Reject)]
    [InlineData(GuardScope.SymbolSide, RuleOutcome.Pass)]
    public void Check_StopsOfTheOtherSide_CountForTheSymbol(GuardScope scope, RuleOutcome expected) =>
        Assert.Equal(expected, Scoped(scope).Outcome(Past.Closed((Past.Trade(10, -5m) with { Side = OrderSide.Sell }).Times(4))));

    private static StopLossGuardRule Scoped(GuardScope scope) => new(4, 1440, 60, scope);
}
