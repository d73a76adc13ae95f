using System.Text.Json;
using OpenTrading.Kernel.Risk.Monitors;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Live;

/// <summary>What money paid in and out does to the references of losses: 10,000 USD on a Monday at eight, 3 % of a day may be lost.</summary>
public sealed class BookingTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private LiveBench _bench;

    public BookingTests() => _bench = new LiveBench(_folder.Root);

    public void Dispose()
    {
        _bench.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Deposit_InTheMiddleOfADay_HidesNoLoss()
    {
        Advance();
        Lose(200m);
        _bench.Link.Pay(500m);

        Assert.Equal((10_500m, 10_500m, 10_500m, 10_500m, 500m), References());

        // 200 of 10,500 are lost, not 300 won.
        Assert.Equal(1.9048m, Number(Status(), "dailyLossUsedPct"));
        JsonElement record = Assert.Single(_bench.Bookings);
        Assert.Equal(("Transfer", 500m, 500m, 10_300m, LinkStub.Account), (Text(record, "kind"), Money(record, "amount"), Money(record, "shift"), Money(record, "balance"), Text(record, "account")));
    }

    [Fact]
    public void Withdrawal_InTheMiddleOfADay_IsNoLossAndALossAfterItIsMeasuredRight()
    {
        Advance();
        _bench.Link.Pay(-300m);

        Assert.Equal((9_700m, 9_700m, 9_700m, 9_700m, -300m), References());
        Assert.Equal(0m, Number(Status(), "dailyLossUsedPct"));
        _bench.Request("k1");

        Lose(97m);
        Assert.Equal(1m, Number(Status(), "dailyLossUsedPct"));

        Lose(194m);
        Assert.Equal("RISK_REJECTED", LiveBench.Code(_bench.Call("request_live_order", LiveBench.Buy("k2"))));
    }

    [Fact]
    public void Withdrawal_BeforeMidnight_IsInTheNextReferenceOnce()
    {
        Advance();
        _bench.Link.Pay(-300m);
        Pass(hours: 24);
        Advance();

        Assert.Equal((9_700m, 9_700m, 9_700m, 9_700m, -300m), References());
        Assert.Equal(new DateOnly(2026, 1, 6), State.Day!.Day);
    }

    [Fact]
    public void Booking_OverARestart_GivesTheSameReferencesAndCountsOnce()
    {
        Advance();
        ExecutionReport told = _bench.Link.Pay(-300m);
        _bench.Link.Tell(told);
        _bench.Link.Pay(1_000m);
        (decimal, decimal, decimal, decimal, decimal) before = References();

        Again(hours: 1);
        _bench.Link.Tell(told);

        Assert.Equal((10_700m, 10_700m, 10_700m, 10_700m, 700m), before);
        Assert.Equal(before, References());
        Assert.Equal(2, _bench.Bookings.Count);
    }

    // No deal was ever made, so that there is none to count from.
    [Fact]
    public void Deposit_WhileTheHostWasAway_IsFoundInTheHistory()
    {
        Advance();
        Leave(hours: 2);
        _bench.Link.Pay(1_000m, isTold: false);
        Return(hours: 3);

        Assert.Equal((11_000m, 11_000m, 11_000m, 11_000m, 1_000m), References());
        Assert.Single(_bench.Bookings);
    }

    [Fact]
    public void Deposit_OfYesterdayToldToday_MovesWhatWasTakenBeforeItAlone()
    {
        Advance();
        Leave(hours: 2);
        _bench.Link.Pay(1_000m, isTold: false);
        Return(hours: 22, reconciles: false);

        // The balance holds what nobody has told of yet: the new day waits for it.
        Advance();
        Assert.Null(State.Day);
        _bench.Reconcile();
        Advance();

        Assert.Equal((11_000m, 11_000m, 11_000m, 11_000m, 1_000m), References());
        Assert.Equal(new DateOnly(2026, 1, 6), State.Day!.Day);
    }

    [Theory]
    [InlineData(BookingKind.Unknown)]
    [InlineData(BookingKind.Correction)]
    [InlineData(BookingKind.Charge)]
    [InlineData(BookingKind.Credit)]
    public void Booking_ThatIsNotTheOwnersMoney_MovesNothingAndSaysWhy(BookingKind kind)
    {
        Advance();
        _bench.Link.Pay(-300m, kind);

        Assert.Equal((10_000m, 10_000m, 10_000m, 10_000m, 0m), References());
        Assert.Equal(kind == BookingKind.Credit ? 0m : 3m, Number(Status(), "dailyLossUsedPct"));
        JsonElement record = Assert.Single(_bench.Bookings);
        Assert.Equal(0m, Money(record, "shift"));
        Assert.Contains("no reference moves", Text(record, "why"), StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_OfABalanceNobodyExplains_IsTakenAtLastAndNoWithdrawalLowersIt()
    {
        Advance();
        Pass(hours: 24);
        _bench.Link.Balance = 9_000m;
        Advance();
        Assert.Null(State.Day);
        _bench.Clock.Pass(31);
        Advance();
        Assert.Equal(9_000m, State.Day!.Amount);

        // Told too late to know whether the 9,000 are without it; over a restart, too.
        Again(hours: 1);
        _bench.Link.Tell(Told(-1_000m, deal: 901));
        Assert.Equal((9_000m, 10_000m), (State.Day!.Amount, State.InitialCapital));
        _bench.Link.Tell(Told(500m, deal: 902));
        Assert.Equal((9_500m, 10_500m), (State.Day!.Amount, State.InitialCapital));

        // The next day begins with a balance that is explained.
        Pass(hours: 24);
        Advance();
        _bench.Link.Pay(-100m);
        Assert.Equal(8_900m, State.Day!.Amount);
    }

    [Fact]
    public void Reset_ThatPassedWhileTheHostWasAway_IsReckonedFromWhatHappenedSince()
    {
        Advance();
        Leave(hours: 14);
        _bench.Link.Pay(-200m, BookingKind.Charge, isTold: false);
        Pass(hours: 3);
        _bench.Link.Pay(-100m, BookingKind.Charge, isTold: false);
        _bench.Link.Pay(500m, isTold: false);
        Return(hours: 7);
        Advance();

        // 9,800 at midnight and 500 paid in: the 100 lost since are this day's.
        Assert.Equal((10_300m, 10_500m, 10_500m, 10_500m, 500m), References());
        Assert.Equal((new DateOnly(2026, 1, 6), 10_300m), (State.Day!.Day, State.Day.Balance));
        Assert.Equal(-100m, History.DayProfit);
        Assert.Equal(0.9709m, Number(Status(), "dailyLossUsedPct"));

        (decimal, decimal, decimal, decimal, decimal) before = References();
        Again(hours: 1);
        Advance();
        Assert.Equal((before, -100m, 10_200m), (References(), History.DayProfit, _bench.Desk.Ledger.History.Balance));
    }

    // The week begins on Monday the 12th, which nobody saw either; its loss and gain are what they are.
    [Fact]
    public void Resets_OfManyDaysAway_GiveTheWeekItsOwnAndTheHighestBalanceEachOfThem()
    {
        Advance();
        Leave(hours: 24);
        _bench.Link.Pay(700m, BookingKind.Correction, isTold: false);
        Pass(hours: 24 * 4);
        _bench.Link.Pay(-300m, BookingKind.Charge, isTold: false);
        Pass(hours: 24 * 2);
        _bench.Link.Pay(-50m, BookingKind.Charge, isTold: false);
        Return(hours: 24);
        Advance();

        // Tuesday +700, Saturday -300, Monday -50 after its reset.
        Assert.Equal(new DateOnly(2026, 1, 13), State.Day!.Day);
        Assert.Equal((10_350m, 10_400m, 10_700m), (State.Day.Amount, State.WeekReference, State.HighestBalance));
        Assert.Equal((0m, 700m), (History.DayProfit, History.OtherDaysProfit));
    }

    [Fact]
    public void HighestEquity_SeenBeforeTheDepositIsTold_DoesNotHoldItTwice()
    {
        _bench.Desk.State.FollowsEquity = true;
        Advance();
        ExecutionReport untold = _bench.Link.Pay(1_000m, isTold: false);
        Advance();
        Assert.Equal(10_000m, State.HighestEquity);

        _bench.Link.Tell(untold);
        Advance();
        Assert.Equal(11_000m, State.HighestEquity);

        _bench.Link.Pay(-2_000m);
        Advance();
        Assert.Equal((9_000m, 9_000m), (State.HighestEquity, State.HighestBalance));
    }

    [Fact]
    public void Capital_Configured_MovesWithMoneyUntilAnotherIsWritten()
    {
        Restart(capital: 50_000m);
        Advance();
        _bench.Link.Pay(-1_000m);
        Assert.Equal((49_000m, -1_000m), (State.InitialCapital, State.PaidIn));

        Restart(capital: 50_000m);
        Assert.Equal((49_000m, -1_000m), (State.InitialCapital, State.PaidIn));

        Restart(capital: 49_000m);
        Assert.Equal((49_000m, 0m), (State.InitialCapital, State.PaidIn));
        _bench.Link.Pay(-500m);
        Assert.Equal((48_500m, -500m), (State.InitialCapital, State.PaidIn));
    }

    [Fact]
    public void Withdrawal_OfMoreThanAReferenceHolds_LeavesItButNotAboveWhatIsLeft()
    {
        Advance();
        Lose(-20_000m);
        _bench.Link.Pay(-12_000m);
        Assert.Equal((10_000m, 10_000m, 10_000m, 10_000m, 0m), References());

        _bench.Link.Pay(-17_000m);
        Assert.Equal((1_000m, 1_000m, 1_000m, 1_000m, -9_000m), References());
    }

    [Fact]
    public void LossWatch_MoneyTakenOut_IsToldBeforeTheSwitchIsThrown()
    {
        var watch = new LossWatch(_bench.Kill, 3, () => [_bench.Desk.Switched]);
        Advance();
        ExecutionReport untold = _bench.Link.Pay(-400m, isTold: false);
        for (int look = 0; look < 9; look++)
        {
            watch.Look();
        }

        Assert.Equal(0, _bench.Kill.Level);
        _bench.Link.Tell(untold);
        watch.Look();
        watch.Look();
        Assert.Equal(0, _bench.Kill.Level);

        // What nobody explains is a loss in the end.
        _bench.Link.Balance -= 300m;
        for (int look = 0; look < 10; look++)
        {
            Assert.Equal(0, _bench.Kill.Level);
            watch.Look();
        }

        Assert.Equal(3, _bench.Kill.Level);
    }

    private RiskState State => _bench.Desk.State.ForRules();

    private AccountHistory History => _bench.Desk.Ledger.History.Now();

    private static decimal Number(JsonElement of, string name) => of.GetProperty(name).GetDecimal();

    private static decimal Money(JsonElement record, string name) => decimal.Parse(Text(record, name), System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(JsonElement record, string name) => record.GetProperty(name).ToString();

    // Day, week, highest balance, initial capital, paid in.
    private (decimal Day, decimal Week, decimal Highest, decimal Initial, decimal PaidIn) References()
    {
        RiskState state = State;
        return (state.Day!.Amount, state.WeekReference!.Value, state.HighestBalance, state.InitialCapital, state.PaidIn);
    }

    private JsonElement Status() => _bench.Call("get_prop_firm_status", new { account = "live" });

    private void Advance() => _bench.Desk.Turn.Do(() => _bench.Desk.Orders!.Advance(_bench.Clock.Now));

    private void Pass(double hours)
    {
        _bench.Clock.Pass(3600 * hours);
        _bench.Link.Time = _bench.Clock.Now;
    }

    // A trade by hand that was opened before anybody looked.
    private void Lose(decimal money)
    {
        _bench.Link.Balance -= money;
        _bench.Link.Tell(new ExecutionReport
        {
            Kind = ExecutionKind.Fill,
            Time = _bench.Link.Time,
            Symbol = "EURUSD",
            DealId = 10_000 + _bench.Types.Count,
            Fill = new Fill(OrderSide.Sell, 0.10m, 1.08490m, FillReason.Close, 900, 0.10m, -money, 0, 0, _bench.Link.Balance, null, null, 0, 1.08490m),
        });
    }

    private ExecutionReport Told(decimal amount, long deal) => new()
    {
        Kind = ExecutionKind.Booking, Time = _bench.Link.Time, Symbol = "", DealId = deal, Booking = BookingKind.Transfer, Amount = amount, Balance = _bench.Link.Balance, Reason = "balance",
    };

    private void Again(double hours)
    {
        Leave(0);
        Return(hours);
    }

    private void Leave(double hours)
    {
        _bench.Dispose();
        Pass(hours);
    }

    private void Return(double hours, bool reconciles = true)
    {
        Pass(hours);
        _bench = new LiveBench(_folder.Root, _bench.Link, _bench.Clock, isFirst: false, connects: reconciles);
        if (!reconciles)
        {
            _bench.Take();
        }
    }

    private void Restart(decimal capital)
    {
        _bench.Dispose();
        _bench = new LiveBench(_folder.Root, _bench.Link, _bench.Clock, isFirst: false, capital: capital);
    }
}
