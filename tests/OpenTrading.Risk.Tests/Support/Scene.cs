using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Support;

/// <summary>An order that every rule accepts; a test changes the one thing it is about.</summary>
internal static class Scene
{
    public static readonly DateTime Now = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);

    public static Instrument EurUsd { get; } = new()
    {
        Symbol = "EURUSD",
        Digits = 5,
        ContractSize = 100_000,
        BaseCurrency = "EUR",
        ProfitCurrency = "USD",
    };

    public static Quote Quote { get; } = new("EURUSD", 1.08490m, 1.08500m, Now, "test");

    public static OrderIntent Buy { get; } = new()
    {
        Kind = OrderKind.Open,
        Symbol = "EURUSD",
        Side = OrderSide.Buy,
        Volume = 0.10m,
        StopLoss = 1.08250m,
        TakeProfit = 1.09000m,
        ReferencePrice = 1.08500m,
        Proposer = "strategy:test",
        Confidence = 0.5,
        IdempotencyKey = "k1",
    };

    public static AccountSnapshot Account { get; } =
        new("paper@sim", AccountKind.Simulated, "USD", AccountMode.Hedging, 10_000m, 10_000m, 0, 0, Now);

    public static Position Long { get; } = new(7, "EURUSD", OrderSide.Buy, 0.50m, 1.08000m, Now, StopLoss: 1.07800m);

    public static WorkingOrder Pending { get; } = new(8, "EURUSD", OrderSide.Buy, OrderType.Limit, 0.10m, 1.08000m);

    public static RiskContext Context { get; } = new()
    {
        Order = Buy,
        Class = OrderClass.Entry,
        Stage = GateStage.Pre,
        Now = Now,
        Instrument = EurUsd,
        Quote = Quote,
        Account = Account,
        Positions = [],
        Orders = [],
        State = new RiskState(),
        Rates = Rates(Quote),
    };

    public static CurrencyConverter Rates(params Quote[] quotes) => new(symbol => quotes.FirstOrDefault(q => q.Symbol == symbol));

    public static RiskContext WithOrder(this RiskContext context, Func<OrderIntent, OrderIntent> change) =>
        context with { Order = change(context.Order) };

    public static RiskContext WithState(this RiskContext context, Func<RiskState, RiskState> change) =>
        context with { State = change(context.State) };

    public static RuleOutcome Outcome(this IRiskRule rule, RiskContext context) => rule.Check(context).Outcome;
}
