using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Ordering;

/// <summary>Changes and cancels what the paper account holds.</summary>
/// <param name="paper">The account.</param>
/// <param name="orders">How calls become orders.</param>
/// <param name="exits">Exits that the host manages.</param>
/// <param name="trades">Its trades.</param>
/// <param name="journal">Has a change of exits before it is in force.</param>
public sealed class ChangeCapabilities(PaperDesk paper, PaperOrders orders, ExitBook exits, TradeBook trades, IJournal journal)
{
    /// <summary>Changes an order or position.</summary>
    [Capability("paper_modify", "paper", Effect.Simulate, "POST /paper/modify", RaisesRisk = true, Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict,
        ErrorCode.NotFound, ErrorCode.StateConflict,
    ])]
    [Description("Changes a paper order's price or levels, or a position's levels. Left out stays; 0 removes.")]
    public ChangedResult PaperModify(
        ICallContext call,
        [Description("order or position")] string id,
        [Description("of an order that waits")] decimal? price = null,
        [Description("0 removes it")] decimal? stopLoss = null,
        [Description("0 removes it")] decimal? takeProfit = null,
        [Range(0, 1_000_000), Description("stop follows; 0 ends it")] decimal? trailingPoints = null,
        string? idempotencyKey = null)
    {
        if (price is null && stopLoss is null && takeProfit is null && trailingPoints is null)
        {
            throw new CapabilityException(
                ErrorCode.ValidationError, "There is nothing to change", "Give price, stopLoss, takeProfit or trailingPoints.", [new ErrorDetail(["stopLoss"], "one of four is required")]);
        }

        string key = orders.KeyOf(call);
        return paper.Do(desk => PaperLookup.Order(desk, id) is { } order
            ? Order(desk, order, new Wish(call.Caller.Actor, key, price, stopLoss, takeProfit, trailingPoints))
            : Position(desk, PaperLookup.RequirePosition(desk, trades, id), new Wish(call.Caller.Actor, key, price, stopLoss, takeProfit, trailingPoints)));
    }

    /// <summary>Cancels an order.</summary>
    [Capability("paper_cancel_order", "paper", Effect.Simulate, "POST /paper/orders/{orderId}/cancel", Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict,
        ErrorCode.NotFound, ErrorCode.StateConflict,
    ])]
    [Description("Cancels a paper order that waits.")]
    public CancelledResult PaperCancelOrder(ICallContext call, string orderId, string? idempotencyKey = null)
    {
        string key = orders.KeyOf(call);
        return paper.Do(desk =>
        {
            Order order = PaperLookup.Order(desk, orderId) ?? throw new CapabilityException(ErrorCode.NotFound, $"There is no order {orderId}", "List them with paper_list_orders.");
            if (desk.Ledger.ByKey(call.Caller.Actor, key) is null)
            {
                RequirePending(order);
            }

            OrderIntent wanted = order.Intent;
            orders.SubmitOrRefuse(desk, new OrderIntent
            {
                Kind = OrderKind.Cancel,
                Symbol = wanted.Symbol,
                Side = wanted.Side,
                Volume = wanted.Volume,
                Target = order.Ticket,
                ReferencePrice = wanted.Price ?? wanted.ReferencePrice,
                Proposer = call.Caller.Actor,
                IdempotencyKey = key,
            });
            PriceStamp stamp = paper.Stamp(wanted.Symbol);
            return new CancelledResult
            {
                Summary = string.Create(CultureInfo.InvariantCulture, $"{Names.Of(wanted.Side)} {wanted.Volume} {wanted.Symbol} is cancelled."),
                Source = stamp.Source,
                AsOf = stamp.AsOf,
                Stale = stamp.Stale,
                OrderId = PaperIds.Of(order),
                Status = PaperOrderStatuses.Of(order) ?? PaperOrderStatus.Cancelled,
            };
        });
    }

    private static void RequirePending(Order order)
    {
        if (PaperOrderStatuses.Of(order) != PaperOrderStatus.Pending)
        {
            throw new CapabilityException(
                ErrorCode.StateConflict, $"Order {PaperIds.Of(order)} does not wait any more: it is {order.Outcome.ToString().ToLowerInvariant()}", "List what waits with paper_list_orders.");
        }
    }

    private ChangedResult Order(TradingDesk desk, Order order, Wish wish)
    {
        Instrument instrument = InstrumentOf(desk, order.Intent.Symbol);
        OrderIntent now = order.Intent;
        if (desk.Ledger.ByKey(wish.Actor, wish.Key) is null)
        {
            RequirePending(order);
        }

        if (now.Type == OrderType.Market)
        {
            throw new CapabilityException(ErrorCode.StateConflict, "A market order fills when the next bar opens; its levels can be changed then", "Change the position, or cancel the order.");
        }

        var old = new ChangeTerms(now.Price, now.StopLoss, now.TakeProfit, exits.Waiting(order.Id)?.TrailPoints);
        ChangeTerms next = wish.On(old);
        OrderTerms.RequireOnGrid(instrument, ("price", next.Price), ("stopLoss", next.StopLoss), ("takeProfit", next.TakeProfit));
        if (next with { TrailingPoints = null } != old with { TrailingPoints = null })
        {
            orders.SubmitOrRefuse(desk, Modification(now, order.Ticket, wish, next, now.Price!.Value) with { Price = next.Price });
        }

        if (next.TrailingPoints != old.TrailingPoints)
        {
            journal.Append(wish.Actor, ExitRecords.Changed, ExitRecords.Change(order.Id, Trailing(exits.Waiting(order.Id), next.TrailingPoints)), Durability.Durable);
        }

        return Answer(PaperIds.Of(order), now.Symbol, "order", old, next);
    }

    private ChangedResult Position(TradingDesk desk, Position position, Wish wish)
    {
        if (wish.Price is not null)
        {
            throw new CapabilityException(ErrorCode.ValidationError, "price: A position has none to change", "Leave it out, or name an order.", [new ErrorDetail(["price"], "A position has none to change")]);
        }

        Instrument instrument = InstrumentOf(desk, position.Symbol);
        ExitPlan? plan = exits.Of(position.Ticket)?.Plan;
        var old = new ChangeTerms(null, position.StopLoss, position.TakeProfit, plan?.TrailPoints);
        ChangeTerms next = wish.On(old);
        OrderTerms.RequireOnGrid(instrument, ("stopLoss", next.StopLoss), ("takeProfit", next.TakeProfit));
        if (next with { TrailingPoints = null } != old with { TrailingPoints = null })
        {
            Quote quote = desk.Broker.Quote(position.Symbol) ?? throw new CapabilityException(ErrorCode.DataUnavailable, $"There is no price of {position.Symbol}", "Try again after the next bar.");
            var seen = new OrderIntent
            {
                Kind = OrderKind.Modify,
                Symbol = position.Symbol,
                Side = position.Side,
                Volume = position.Volume,
                ReferencePrice = 0,
                Proposer = wish.Actor,
                IdempotencyKey = wish.Key,
            };
            orders.SubmitOrRefuse(desk, Modification(seen, position.Ticket, wish, next, quote.EntryPrice(position.Side)));
        }

        if (next.TrailingPoints != old.TrailingPoints)
        {
            journal.Append(wish.Actor, ExitRecords.Changed, ExitRecords.Change(position.Ticket, Trailing(plan, next.TrailingPoints)), Durability.Durable);
        }

        return Answer(PaperIds.Of(position), position.Symbol, "position", old, next);
    }

    private static OrderIntent Modification(OrderIntent of, long ticket, Wish wish, ChangeTerms next, decimal reference) => new()
    {
        Kind = OrderKind.Modify,
        Symbol = of.Symbol,
        Side = of.Side,
        Volume = of.Volume,
        Target = ticket,
        StopLoss = next.StopLoss,
        TakeProfit = next.TakeProfit,
        ReferencePrice = reference,
        Proposer = wish.Actor,
        IdempotencyKey = wish.Key,
    };

    // One way of following at a time: points asked for take the place of ranges.
    private static ExitPlan Trailing(ExitPlan? plan, decimal? points) => (plan ?? new ExitPlan()) with { TrailPoints = points, TrailAtr = points is null ? plan?.TrailAtr : null };

    private ChangedResult Answer(string id, string symbol, string what, ChangeTerms old, ChangeTerms next)
    {
        PriceStamp stamp = paper.Stamp(symbol);
        bool changed = old != next;
        return new ChangedResult
        {
            Summary = changed ? $"The {symbol} {what} is changed." : $"The {symbol} {what} was so already.",
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Id = id,
            Status = changed ? ChangeStatus.Modified : ChangeStatus.Unchanged,
            Old = old,
            New = next,
        };
    }

    private static Instrument InstrumentOf(TradingDesk desk, string symbol) => desk.Market.Instrument(symbol)
        ?? throw new CapabilityException(ErrorCode.SymbolUnknown, $"{symbol} is no instrument of this account any more", "Put it back into config/instruments.toml.");

    private sealed record Wish(string Actor, string Key, decimal? Price, decimal? StopLoss, decimal? TakeProfit, decimal? TrailingPoints)
    {
        public ChangeTerms On(ChangeTerms old) => new(Price ?? old.Price, Merged(StopLoss, old.StopLoss), Merged(TakeProfit, old.TakeProfit), Merged(TrailingPoints, old.TrailingPoints));

        private static decimal? Merged(decimal? wanted, decimal? old) => wanted is null ? old : wanted == 0 ? null : wanted;
    }
}
