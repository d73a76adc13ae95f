using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Support;

/// <summary>Things that an account has done.</summary>
internal static class Past
{
    /// <summary>The order of the scene under another key, so long ago.</summary>
    public static OrderTrace Order(double secondsAgo, OrderClass orderClass = OrderClass.Entry, string key = "earlier") => new(
        Scene.Now.AddSeconds(-secondsAgo), Scene.Buy.Proposer, key, orderClass, Scene.Buy.Kind, Scene.Buy.Symbol, Scene.Buy.Side, Scene.Buy.Type, Scene.Buy.Volume, null);

    /// <summary>A closed long EURUSD of the scene's proposer that risked 25.</summary>
    public static TradeResult Trade(double minutesAgo, decimal net, FillReason exit = FillReason.StopLoss) =>
        new(1, "EURUSD", OrderSide.Buy, Scene.Buy.Proposer, Scene.Now.AddMinutes(-minutesAgo), exit, net, 25m);

    public static RiskContext WithHistory(this RiskContext context, Func<AccountHistory, AccountHistory> change) => context with { History = change(context.History) };

    public static RiskContext Proposed(params OrderTrace[] orders) => Scene.Context.WithHistory(h => h with { Proposed = orders });

    public static RiskContext Sent(params OrderTrace[] orders) => Scene.Context.WithHistory(h => h with { Sent = orders });

    public static RiskContext Executed(params OrderTrace[] orders) => Scene.Context.WithHistory(h => h with { Executed = orders });

    public static RiskContext Closed(params TradeResult[] trades) =>
        Scene.Context.WithHistory(h => h with { Trades = trades }).WithState(s => s with { DayStart = Scene.Now.Date });

    /// <summary>So many of the same.</summary>
    public static T[] Times<T>(this T one, int count) => [.. Enumerable.Repeat(one, count)];
}
