using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Ordering;

/// <summary>Places orders of the paper account.</summary>
/// <param name="paper">The account.</param>
/// <param name="orders">How calls become orders.</param>
/// <param name="journal">Has the exits of an order before the order.</param>
public sealed class PlaceCapabilities(PaperDesk paper, PaperOrders orders, IJournal journal)
{
    /// <summary>Places an order.</summary>
    [Capability("paper_place_order", "paper", Effect.Simulate, "POST /orders/paper", RaisesRisk = true, Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict,
    ])]
    [Description("Places a paper order through the risk gate. exits: {breakEvenAtR, trailPoints, trailAtr, partial:[{atR,pct}], maxBars}.")]
    public async Task<PlacedResult> PaperPlaceOrder(
        ICallContext call,
        string symbol,
        OrderSide side,
        [Range(0.0001, 10_000)] decimal lots,
        EntryType orderType = EntryType.Market,
        decimal? price = null,
        decimal? stopLoss = null,
        decimal? takeProfit = null,
        [Description("exits the host manages")] JsonElement? exits = null,
        [StringLength(64), Description("strategy behind it")] string? strategyId = null,
        [StringLength(500)] string? reason = null,
        [Range(0, 1), Description("of the signal")] double? confidence = null,
        string? idempotencyKey = null)
    {
        Instrument instrument = paper.Tradable(symbol);
        ExitPlan? plan = ExitReader.Read(exits, stopLoss);
        var terms = new OrderTerms(side, lots, orderType, price, stopLoss, takeProfit);
        string key = orders.KeyOf(call);
        bool replayed = false;
        Order order = paper.Do(desk =>
        {
            replayed = desk.Ledger.ByKey(call.Caller.Actor, key) is not null;
            OrderIntent intent = terms.ToIntent(instrument, desk.Broker.Quote(instrument.Symbol)!, call.Caller.Actor, key) with { Confidence = confidence, Reason = reason ?? "" };
            if ((plan is not null || strategyId is not null) && !replayed)
            {
                journal.Append(call.Caller.Actor, ExitRecords.Declared, ExitRecords.Declare(key, strategyId, plan), Durability.Durable);
            }

            return orders.SubmitOrRefuse(desk, intent);
        });
        if (order.Intent.Type == OrderType.Market)
        {
            await orders.SettleAsync([order], call.CancellationToken).ConfigureAwait(false);
        }

        return paper.Do(desk => Answer(desk, order, instrument)) with { Replayed = replayed ? true : null };
    }

    private PlacedResult Answer(TradingDesk desk, Order order, Instrument instrument)
    {
        PriceStamp stamp = paper.Stamp(instrument.Symbol);
        OrderIntent intent = order.Intent;
        decimal? slippage = order.FillPrice is { } filled ? (int)intent.Side * (filled - intent.ReferencePrice) / instrument.Point : null;
        string what = string.Create(CultureInfo.InvariantCulture, $"{Names.Of(intent.Side)} {intent.Volume} {intent.Symbol}");
        return new PlacedResult
        {
            Summary = order.FillPrice is { } price ? string.Create(CultureInfo.InvariantCulture, $"{what} is filled at {price}.")
                : intent.Price is { } wanted ? string.Create(CultureInfo.InvariantCulture, $"{what} waits for {wanted}.")
                : $"{what} fills when the next {paper.Timeframe} bar opens.",
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            OrderId = PaperIds.Of(order),
            PositionId = order.Position is { } ticket && desk.Broker.Positions.FirstOrDefault(p => p.Ticket == ticket) is { } position ? PaperIds.Of(position)
                : order is { Position: { } closed, FilledAt: { } at } ? PaperIds.OfPosition(closed, at) : null,
            Status = PaperOrderStatuses.Of(order) ?? PaperOrderStatus.Pending,
            FillPrice = order.FillPrice,
            SlippagePoints = slippage is { } points ? Math.Round(points, 1) : null,
            DecisionId = orders.DecisionOn(order)?.Id,
            Order = OrderView.Of(intent),
        };
    }
}
