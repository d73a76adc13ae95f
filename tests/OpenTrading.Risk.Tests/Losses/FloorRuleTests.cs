using System.Globalization;
using OpenTrading.Risk.Losses;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests.Losses;

/// <summary>Floors that a firm draws, day by day, in the figures of the risk document: initial capital 100,000, or 50,000 where a test says so.</summary>
public sealed class FloorRuleTests
{
    private static readonly WeeklyLossRule Weekly = new(0.06m);
    private static readonly TrailingDrawdownRule EndOfDay = new(0.10m, TrailingMode.EodBalance, null);
    private static readonly TrailingDrawdownRule Intraday = new(0.04m, TrailingMode.IntradayEquity, FloorLock.Initial);
    private static readonly DrawdownBufferRule Buffer = new(0.005m);

    // Reference 100,000: the floor is 94,000.
    [Theory]
    [InlineData(94_000.01, RuleOutcome.Pass)]
    [InlineData(94_000.00, RuleOutcome.Reject)]
    [InlineData(93_999.99, RuleOutcome.Reject)]
    public void WeeklyLoss_Equity_StaysAboveTheFloor(double equity, RuleOutcome expected) =>
        Assert.Equal(expected, Weekly.Outcome(Of(equity, s => s with { WeekReference = 100_000m })));

    [Fact]
    public void WeeklyLoss_UnknownReference_Rejects() => Assert.Equal(RuleOutcome.Reject, Weekly.Outcome(Of(100_000, s => s with { WeekReference = null })));

    // Balances at the resets 100,000, 105,200, 103,900, 101,500.
    [Theory]
    [InlineData(100_000, 90_000)]
    [InlineData(105_200, 95_200)]
    public void TrailingDrawdown_EndOfDay_FollowsTheHighestBalance(double highest, double floor) =>
        Assert.Equal((decimal)floor, EndOfDay.Floor(new RiskState { InitialCapital = 100_000m, HighestBalance = (decimal)highest, HighestEquity = 200_000m }));

    [Theory]
    [InlineData(95_200.01, RuleOutcome.Pass)]
    [InlineData(95_200.00, RuleOutcome.Reject)]
    public void TrailingDrawdown_Equity_StaysAboveTheFloor(double equity, RuleOutcome expected) =>
        Assert.Equal(expected, EndOfDay.Outcome(Of(equity, s => s with { HighestBalance = 105_200m })));

    // Equities 50,000, 51,200, 49,900, 52,600, 50,000 of an account of 50,000.
    [Theory]
    [InlineData(50_000, 48_000)]
    [InlineData(51_200, 49_200)]
    [InlineData(52_600, 50_000)]
    public void TrailingDrawdown_Intraday_FollowsTheHighestEquityUpToTheCapital(double highest, double floor) =>
        Assert.Equal((decimal)floor, Intraday.Floor(new RiskState { InitialCapital = 50_000m, HighestEquity = (decimal)highest }));

    [Fact]
    public void TrailingDrawdown_IntradayWithoutALock_RisesFurther() => Assert.Equal(
        50_600m, new TrailingDrawdownRule(0.04m, TrailingMode.IntradayEquity, null).Floor(new RiskState { InitialCapital = 50_000m, HighestEquity = 52_600m }));

    [Fact]
    public void TrailingDrawdown_Off_SaysNothingAndWatchesNothing()
    {
        var off = new TrailingDrawdownRule(null, TrailingMode.IntradayEquity, null);
        Assert.Equal((RuleOutcome.NotApplicable, null, false), (off.Outcome(Scene.Context), off.Floor(new RiskState { InitialCapital = 1m }), off.FollowsEquity));
        Assert.True(Intraday.FollowsEquity);
        Assert.False(EndOfDay.FollowsEquity);
    }

    // Two-step, day 2: the floor is 98,000; the host stops at 98,500.00, not at 98,500.01.
    [Theory]
    [InlineData(98_500.01, RuleOutcome.Pass)]
    [InlineData(98_500.00, RuleOutcome.Reject)]
    [InlineData(98_000.00, RuleOutcome.Reject)]
    public void Buffer_Equity_KeepsItsDistanceFromTheHighestFloor(double equity, RuleOutcome expected) =>
        Assert.Equal(expected, Buffer.Outcome(Of(equity, s => s) with { Floor = new LossFloor(98_000m, 0m) }));

    [Fact]
    public void Buffer_UnknownFloor_Rejects() => Assert.Equal(RuleOutcome.Reject, Buffer.Outcome(Of(100_000, s => s)));

    // Balance and equity at the reset, the day's floor.
    [Theory]
    [InlineData("0.05 initial balance", 100_000, 100_000, 95_000)]
    [InlineData("0.05 initial balance", 103_000, 103_000, 98_000)]
    [InlineData("0.05 initial balance", 98_600, 97_900, 93_600)]
    [InlineData("0.05 initial balance", 95_200, 95_200, 90_200)]
    [InlineData("0.03 initial balance", 100_000, 100_000, 97_000)]
    [InlineData("0.03 initial balance", 105_200, 105_200, 102_200)]
    [InlineData("0.03 initial balance", 103_900, 104_300, 100_900)]
    [InlineData("0.03 initial balance", 101_500, 101_500, 98_500)]
    [InlineData("0.05 reference max", 100_000, 100_000, 95_000)]
    [InlineData("0.05 reference max", 101_000, 102_500, 97_375)]
    [InlineData("0.05 reference max", 102_500, 100_800, 97_375)]
    public void DailyLoss_FloorsOfTheFirms_AreThoseOfTheDocument(string terms, double balance, double equity, double floor)
    {
        string[] parts = terms.Split(' ');
        var rule = new DailyLossRule(decimal.Parse(parts[0], CultureInfo.InvariantCulture), parts[1] == "initial" ? LossBase.Initial : LossBase.Reference);
        decimal reference = parts[2] == "balance" ? (decimal)balance : (decimal)Math.Max(balance, equity);
        var state = new RiskState { InitialCapital = 100_000m, Day = new DayReference(new DateOnly(2026, 1, 5), (decimal)balance, (decimal)equity, reference) };

        Assert.Equal((decimal)floor, rule.Floor(state));
    }

    private static RiskContext Of(double equity, Func<RiskState, RiskState> change) =>
        Scene.Context.WithState(s => change(s with { InitialCapital = 100_000m })) with { Account = Scene.Account with { Balance = 100_000m, Equity = (decimal)equity } };
}
