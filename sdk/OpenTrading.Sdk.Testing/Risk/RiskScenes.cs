using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Testing.Markets;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Testing.Risk;

/// <summary>Orders and accounts a risk rule may meet: the usual one, everything that can be unusual about it, and every two of those at once.</summary>
/// <threadsafety>Immutable.</threadsafety>
public static class RiskScenes
{
    private static readonly DateTime Now = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);

    private static readonly Func<RiskContext, RiskContext>[] Changes =
    [
        scene => scene with { Stage = GateStage.Final },
        scene => scene with { Class = OrderClass.Raise, Order = scene.Order with { Kind = OrderKind.Modify, Target = 1 } },
        scene => scene with { Class = OrderClass.Tighten, Order = scene.Order with { Kind = OrderKind.Modify, Target = 1 } },
        scene => scene with { Class = OrderClass.Reduce, Order = scene.Order with { Kind = OrderKind.Close, Target = 1 } },
        scene => scene with { Class = OrderClass.Close, Order = scene.Order with { Kind = OrderKind.Close, Target = 1 } },
        scene => scene with { Order = scene.Order with { Side = OrderSide.Sell, StopLoss = 1.08750m, TakeProfit = 1.08000m } },
        scene => scene with { Order = scene.Order with { Type = OrderType.Limit, Price = 1.08400m, Expiry = Now.AddDays(1) } },
        scene => scene with { Order = scene.Order with { StopLoss = null } },
        scene => scene with { Order = scene.Order with { TakeProfit = null } },
        scene => scene with { Order = scene.Order with { StopLoss = 1.08900m } },
        scene => scene with { Order = scene.Order with { StopLoss = 1.00000m } },
        scene => scene with { Order = scene.Order with { Volume = 0.01m } },
        scene => scene with { Order = scene.Order with { Volume = 0.015m } },
        scene => scene with { Order = scene.Order with { Volume = 3m } },
        scene => scene with { Order = scene.Order with { Volume = 1000m } },
        scene => scene with { Order = scene.Order with { Confidence = null } },
        scene => scene with { Order = scene.Order with { Confidence = 0.05 } },
        scene => scene with { Instrument = null },
        scene => scene with { Quote = null },
        scene => scene with { Quote = scene.Quote is { } quote ? quote with { Time = Now.AddHours(-2) } : null },
        scene => scene with { Quote = scene.Quote is { } quote ? quote with { Ask = quote.Bid + 0.01000m } : null },
        scene => scene with { Account = scene.Account with { Kind = AccountKind.Real, Login = "1@broker" } },
        scene => scene with { Account = scene.Account with { Balance = 9_000m, Equity = 7_000m } },
        scene => scene with { Account = scene.Account with { Balance = 0m, Equity = -10m } },
        scene => scene with { Account = scene.Account with { Mode = AccountMode.Netting } },
        scene => scene with { Positions = [.. Enumerable.Range(1, 12).Select(Open)] },
        scene => scene with { Orders = [.. Enumerable.Range(20, 12).Select(Waiting)] },
        scene => scene with { State = scene.State with { KillLevel = 1 } },
        scene => scene with { State = scene.State with { KillLevel = 3 } },
        scene => scene with { State = scene.State with { Trading = TradingState.ReduceOnly } },
        scene => scene with { State = scene.State with { Trading = TradingState.Halted } },
        scene => scene with { State = scene.State with { Day = null } },
        scene => scene with { State = scene.State with { DayStart = null, WeekReference = null }, Floor = null },
        scene => scene with { History = Busy },
        scene => scene with { Floor = new LossFloor(9_990m, 0m) },
        scene => scene with { Host = new HostState(false, 10, "a", null) },
        scene => scene with { Calendar = new CalendarReading(Now.AddDays(-1), Now.AddDays(7), [new EconomicEvent(Now.AddMinutes(1), "USD", "CPI", EventImpact.High, "test")], Now.AddHours(-1), []) },
        scene => scene with { Spec = new BrokerSpec(TimeSpan.FromMinutes(1), true, 1.1m), Edge = new EdgeEstimate(null, 0.4m), PlannedHold = TimeSpan.FromDays(2) },
        scene => scene with { State = scene.State with { InFlightEntries = new Dictionary<string, int> { ["EURUSD"] = 5 } } },
    ];

    // An account that has done too much of everything, and lost.
    private static AccountHistory Busy => new()
    {
        Proposed = [.. Enumerable.Repeat(Trace("strategy:test"), 30), .. Enumerable.Repeat(Trace("client:a"), 30)],
        Sent = [.. Enumerable.Repeat(Trace("strategy:test"), 70)],
        Executed = [.. Enumerable.Repeat(Trace("strategy:test"), 60)],
        EntriesToday = 3000,
        Waiting = new Dictionary<string, int> { ["client:a"] = 60 },
        Trades = [.. Enumerable.Repeat(new TradeResult(1, "EURUSD", OrderSide.Buy, "strategy:test", Now.AddMinutes(-1), FillReason.StopLoss, -20m, 20m), 25)],
        Refusals = [.. Enumerable.Repeat(new BrokerRefusal(Now.AddMinutes(-1), 1), 25)],
        Slips = [60m, 60m, 60m, 60m, 60m],
        DayProfit = 500m,
        OtherDaysProfit = 100m,
        EntryDays = 2,
        LastEntry = Now.AddDays(-40),
    };

    /// <summary>A purchase of 0.10 lots EURUSD with stop and target, on a flat account of 10,000 USD.</summary>
    public static RiskContext Usual { get; } = new()
    {
        Order = new OrderIntent
        {
            Kind = OrderKind.Open,
            Symbol = "EURUSD",
            Side = OrderSide.Buy,
            Volume = 0.10m,
            StopLoss = 1.08250m,
            TakeProfit = 1.09000m,
            ReferencePrice = 1.08500m,
            Proposer = "strategy:test",
            Confidence = 0.6,
            IdempotencyKey = "k1",
        },
        Class = OrderClass.Entry,
        Stage = GateStage.Pre,
        Now = Now,
        Instrument = SampleMarket.EurUsd,
        Quote = new Quote("EURUSD", 1.08490m, 1.08500m, Now, "test"),
        Account = new AccountSnapshot("paper@sim", AccountKind.Simulated, "USD", AccountMode.Hedging, 10_000m, 10_000m, 0, 0, Now),
        Positions = [],
        Orders = [],
        State = new RiskState
        {
            Day = new DayReference(new DateOnly(2026, 1, 5), 10_000m, 10_000m, 10_000m),
            DayStart = Now.Date,
            WeekReference = 10_000m,
            HighestBalance = 10_000m,
            HighestEquity = 10_000m,
            InitialCapital = 10_000m,
        },
        Floor = new LossFloor(9_000m, 50m),
        Rates = new CurrencyConverter(_ => null),
    };

    /// <summary>The usual scene, each change of it, and each two changes together.</summary>
    public static IReadOnlyList<RiskContext> All { get; } =
    [
        Usual,
        .. Changes.Select(change => change(Usual)),
        .. Changes.SelectMany((first, i) => Changes.Skip(i + 1).Select(second => second(first(Usual)))),
    ];

    private static Position Open(int ticket) =>
        new(ticket, ticket % 2 == 0 ? "GBPUSD" : "EURUSD", ticket % 3 == 0 ? OrderSide.Sell : OrderSide.Buy, 0.10m, 1.08000m, Now.AddHours(-ticket), 1.07000m);

    private static WorkingOrder Waiting(int ticket) => new(ticket, "EURUSD", OrderSide.Buy, OrderType.Limit, 0.10m, 1.08000m, 1.07000m);

    private static OrderTrace Trace(string proposer) =>
        new(Now.AddSeconds(-1), proposer, "earlier", OrderClass.Entry, OrderKind.Open, "EURUSD", OrderSide.Buy, OrderType.Market, 0.10m, null);
}
