using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Risk.History;

/// <summary>What is remembered of an order of the past: enough to count it and to know it again.</summary>
/// <param name="Time">UTC instant of what is remembered: the proposal, the sending or the first fill.</param>
/// <param name="Proposer">Who proposed it: <c>strategy:ID</c>, <c>client:ID</c>, <c>operator:ID</c> or <c>host</c>.</param>
/// <param name="Key">Its idempotency key; with the proposer the order's identity.</param>
/// <param name="Class">What it did to risk.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="Symbol">Instrument name.</param>
/// <param name="Side">Direction of the order itself.</param>
/// <param name="Type">How it fills.</param>
/// <param name="Volume">Lots that were asked for, before any reduction.</param>
/// <param name="Target">Ticket that it closed, changed or cancelled; null for an opening order.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record OrderTrace(
    DateTime Time, string Proposer, string Key, OrderClass Class, OrderKind Kind, string Symbol, OrderSide Side, OrderType Type, decimal Volume, long? Target)
{
    /// <summary>Whether this is the very order of <paramref name="intent"/>: counts exclude the order itself.</summary>
    /// <param name="intent">The order under test.</param>
    public bool Is(OrderIntent intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return Key == intent.IdempotencyKey && Proposer == intent.Proposer;
    }
}
