using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper.Ordering;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live.Requests;

/// <summary>How calls become requests: one key, one request, through gate and journal, and then to a human.</summary>
/// <param name="desks">The accounts.</param>
/// <param name="decisions">What their gates said.</param>
public sealed class LiveRequests(LiveDesks desks, RiskDecisions decisions)
{
    /// <summary>The accounts.</summary>
    public LiveDesks Desks => desks;

    /// <summary>Keeps an answer of a gate, to be explained.</summary>
    public RiskDecision Keep(GateLook look) => decisions.Keep(look);

    /// <summary>The instrument that a caller names, of the account's terminal.</summary>
    /// <exception cref="CapabilityException">The symbol is unknown, or the terminal has no price of it.</exception>
    public (Instrument Instrument, Quote Quote) Tradable(LiveDesk desk, string symbol)
    {
        string source = desk.Link!.Name;
        Instrument instrument = desks.Setup.Market.Resolve(symbol.Contains(':', StringComparison.Ordinal) ? symbol : $"{source}:{symbol}").Instrument;
        return symbol.Contains(':', StringComparison.Ordinal) && !symbol.StartsWith(source + ":", StringComparison.OrdinalIgnoreCase)
            ? throw new CapabilityException(ErrorCode.DataUnavailable, $"{symbol} is not a price of the terminal", $"Say {source}:{instrument.Symbol}.")
            : (instrument, QuoteOf(desk, instrument.Symbol));
    }

    /// <summary>Price of a symbol in the account's terminal.</summary>
    /// <exception cref="CapabilityException">There is none.</exception>
    public static Quote QuoteOf(LiveDesk desk, string symbol) => desk.Link!.Quote(symbol) ?? throw new CapabilityException(
        ErrorCode.DataUnavailable, $"The terminal has no price of {symbol}", "Add it to the terminal's market watch, or wait for a tick.");

    /// <summary>Records a request, or finds the one that an earlier call of the same key and terms made, and refuses the call when it did not pass.</summary>
    /// <exception cref="CapabilityException">It did not pass, or its key stands for other terms.</exception>
    internal RequestResult Submit(LiveDesk desk, OrderIntent intent, Action<Order>? recorded = null) => desk.Do(_ =>
    {
        bool replayed = desk.Ledger.ByKey(intent.Proposer, intent.IdempotencyKey) is not null;
        Order order = desk.Ledger.ByKey(intent.Proposer, intent.IdempotencyKey) is not { } earlier ? desk.Orders!.Submit(intent)
            : SameTerms(earlier.Asked, intent) ? earlier
            : throw new CapabilityException(ErrorCode.Conflict, $"idempotencyKey '{intent.IdempotencyKey}' stands for request {earlier.Id} with other terms", "Use a new key for a new request.");
        if (!replayed)
        {
            recorded?.Invoke(order);

            // Its time is measured from now on, however the wall clock is set meanwhile.
            desk.Approvals.Lapse();
        }

        RiskDecision? decision = decisions.Of(order);
        if (order.Violations.Count > 0)
        {
            throw OrderRefusals.Of(order.Violations, decision);
        }

        Quote? quote = desk.Link!.Quote(order.Intent.Symbol);
        return new RequestResult
        {
            Summary = order.State == OrderState.AwaitingApproval
                ? $"Request {order.Id} waits for an operator until {order.ExpiresAt:HH:mm:ss} UTC; nothing was sent."
                : $"Request {order.Id} is {Names.Of(order.Outcome)}.",
            Source = desk.Link.Name,
            AsOf = quote?.Time ?? desks.Setup.Wall.GetUtcNow().UtcDateTime,
            RequestId = order.Id,
            State = Names.Of(order.Outcome),
            OrderHash = order.Hash ?? "",
            Order = RequestedOrder.Of(desk, order),
            Decision = decision is not null ? RequestDecision.Of(decision.Look, decision.Id) : RequestDecision.Of(desk.Orders!.Look(order), null),
            ExpiresAt = order.ExpiresAt,
            Replayed = replayed ? true : null,
        };
    });

    /// <summary>What the gate said of an order; null when that is too long ago.</summary>
    internal RiskDecision? DecisionOn(Order order) => decisions.Of(order);

    /// <summary>Whether two intents ask for the same under one key.</summary>
    internal static bool SameTerms(OrderIntent a, OrderIntent b) => Essence(a) == Essence(b);

    // The price that the proposer saw is no part of what was asked for.
    private static OrderIntent Essence(OrderIntent intent) => intent with { ReferencePrice = 0, Reason = "", Deviation = 0, AcceptReduced = true };
}
