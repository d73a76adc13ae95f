using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>An account, a market and an order in them; a test changes the one thing it is about.</summary>
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

    public static AccountSnapshot Account { get; } =
        new("paper@sim", AccountKind.Simulated, "USD", AccountMode.Hedging, 10_000m, 10_000m, 0, 0, Now);

    public static Position Long { get; } = new(7, "EURUSD", OrderSide.Buy, 0.50m, 1.08000m, Now, StopLoss: 1.07800m);

    public static OrderIntent Buy { get; } = new()
    {
        Kind = OrderKind.Open,
        Symbol = "EURUSD",
        Side = OrderSide.Buy,
        Volume = 0.38m,
        StopLoss = 1.08250m,
        TakeProfit = 1.08950m,
        ReferencePrice = 1.08500m,
        Proposer = "client:c1",
        IdempotencyKey = "k1",
    };

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
        Rates = new CurrencyConverter(_ => null),
    };

    public static Fill Deal(decimal lots) =>
        new(OrderSide.Buy, lots, 1.08500m, FillReason.Open, 21, 0, 0, 0, 0, 10_000m, 1.08250m, 1.08950m, lots, 1.08500m);
}
