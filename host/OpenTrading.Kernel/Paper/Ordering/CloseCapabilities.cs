using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Ordering;

/// <summary>Closes positions of the paper account.</summary>
/// <param name="paper">The account.</param>
/// <param name="orders">How calls become orders.</param>
/// <param name="trades">Its trades.</param>
public sealed class CloseCapabilities(PaperDesk paper, PaperOrders orders, TradeBook trades)
{
    private const string All = "all";

    /// <summary>Closes a position, a part of it, or all.</summary>
    [Capability("paper_close_position", "paper", Effect.Simulate, "POST /paper/positions/{positionId}/close", Destructive = true, Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict,
        ErrorCode.NotFound, ErrorCode.StateConflict,
    ])]
    [Description("Closes a paper position, a part of it, or all of them.")]
    public async Task<ClosedResult> PaperClosePosition(
        ICallContext call,
        [Description("or all")] string positionId,
        [Range(0.0001, 10_000), Description("default: the whole position")] decimal? lots = null,
        [StringLength(500)] string? reason = null,
        string? idempotencyKey = null)
    {
        bool isAll = positionId.Equals(All, StringComparison.OrdinalIgnoreCase);
        if (isAll && lots is not null)
        {
            throw new CapabilityException(ErrorCode.ValidationError, "lots: All positions are closed whole", "Leave lots out, or name one position.", [new ErrorDetail(["lots"], "All positions are closed whole")]);
        }

        string key = orders.KeyOf(call);
        List<(Position Position, Order Order)> sent = [];
        List<CloseFailure> failed = [];
        paper.Refresh(paper.Do(desk => desk.Broker.Positions.Select(p => p.Symbol).ToArray()));
        paper.Do(desk =>
        {
            foreach (Position position in isAll ? desk.Broker.Positions.ToArray() : [PaperLookup.RequirePosition(desk, trades, positionId)])
            {
                try
                {
                    string own = isAll ? Derived(key, position) : key;
                    sent.Add((position, orders.SubmitOrRefuse(desk, Close(desk, position, lots, call.Caller.Actor, reason, own))));
                }
                catch (CapabilityException e) when (isAll)
                {
                    failed.Add(new CloseFailure(PaperIds.Of(position), e.Code.Name(), e.Message));
                }
            }

            return 0;
        });
        await orders.SettleAsync([.. sent.Select(s => s.Order)], call.CancellationToken).ConfigureAwait(false);
        return paper.Do(desk => Answer(desk, sent, failed));
    }

    private ClosedResult Answer(TradingDesk desk, List<(Position Position, Order Order)> sent, List<CloseFailure> failed)
    {
        ClosedRow[] rows = [.. sent.Select(s => Row(s.Position, s.Order))];
        decimal pnl = rows.Sum(r => r.Pnl ?? 0);
        string currency = desk.Broker.Snapshot().Account.Currency;
        int waiting = rows.Count(r => r.Status == PaperOrderStatus.Pending);
        PriceStamp stamp = paper.Stamp(sent.Count == 0 ? null : sent[0].Position.Symbol);
        return new ClosedResult
        {
            Summary = rows.Length + failed.Count == 0 ? "No paper position is open."
                : string.Create(CultureInfo.InvariantCulture, $"{rows.Length - waiting} closed for {pnl:+0.00;-0.00;0.00} {currency}{(waiting > 0 ? $", {waiting} close when the next {paper.Timeframe} bar opens" : "")}{(failed.Count > 0 ? $", {failed.Count} refused" : "")}."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Closed = rows,
            Failed = failed,
            TotalPnl = pnl,
            Currency = currency,
        };
    }

    private ClosedRow Row(Position position, Order order)
    {
        ClosedTrade? trade = order.FilledAt is { } at ? trades.Newest.FirstOrDefault(t => t.Position == position.Ticket && t.ClosedAt == at && t.Lots == order.FilledVolume) : null;
        return new ClosedRow(
            PaperIds.Of(position),
            PaperOrderStatuses.Of(order) ?? PaperOrderStatus.Pending,
            PaperIds.Of(order),
            trade?.TradeId,
            order.Intent.Volume,
            position.Volume - order.Intent.Volume,
            order.FillPrice,
            trade?.Net,
            trade?.R);
    }

    private static OrderIntent Close(TradingDesk desk, Position position, decimal? lots, string actor, string? reason, string key)
    {
        if (lots > position.Volume)
        {
            string fault = string.Create(CultureInfo.InvariantCulture, $"The position has {position.Volume}");
            throw new CapabilityException(ErrorCode.ValidationError, $"lots: {fault}", "Close at most that.", [new ErrorDetail(["lots"], fault)]);
        }

        OrderSide side = position.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        Quote quote = desk.Broker.Quote(position.Symbol) ?? throw new CapabilityException(ErrorCode.DataUnavailable, $"There is no price of {position.Symbol}", "Try again after the next bar.");
        return new OrderIntent
        {
            Kind = OrderKind.Close,
            Symbol = position.Symbol,
            Side = side,
            Volume = lots ?? position.Volume,
            Target = position.Ticket,
            ReferencePrice = quote.EntryPrice(side),
            Proposer = actor,
            Reason = reason ?? "",
            IdempotencyKey = key,
        };
    }

    // One call closes many positions, each under a key of its own that the same call makes again.
    private static string Derived(string key, Position position) =>
        string.Create(CultureInfo.InvariantCulture, $"{key[..Math.Min(key.Length, IdempotencyKey.MaxLength - 21)]}:{position.Ticket}");
}
