using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Ordering;

/// <summary>Orders of plugins on a host whose clients trade on paper. A book is the positions that were opened under its name; the money is the account's.</summary>
/// <param name="paper">The account.</param>
/// <param name="orders">How calls become orders.</param>
/// <param name="kill">The emergency stop.</param>
/// <param name="mode">What AI clients may do.</param>
public sealed class BookDesk(PaperDesk paper, PaperOrders orders, IKillLevel kill, AccessMode mode) : IOrderDesk
{
    /// <inheritdoc/>
    public OrderAccess Access => mode.DataOnly ? OrderAccess.Reading : OrderAccess.Paper;

    /// <inheritdoc/>
    public int KillLevel => kill.Level;

    /// <inheritdoc/>
    public AccountSnapshot Account => paper.Do(desk => desk.Broker.Snapshot().Account with { Leverage = desk.Broker.Leverage });

    /// <inheritdoc/>
    public DeskExposure Exposure(string source)
    {
        RefreshHeld();
        return paper.Do(desk =>
        {
            BrokerSnapshot snapshot = desk.Broker.Snapshot();
            return new DeskExposure(snapshot.Account.Login, snapshot.Account, snapshot.Positions, desk.Orders.Floor());
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<DeskPosition> Positions(string book)
    {
        RefreshHeld();
        return paper.Do(desk => desk.Broker.Positions
            .Select(p => (Position: p, Opener: Opener(desk, p.Ticket, book)))
            .Where(p => p.Opener is not null)
            .Select(p => See(desk, p.Position with { Magic = BookKey.MagicOf(p.Opener!.Intent.IdempotencyKey), Comment = p.Opener.Intent.Reason }))
            .ToArray());
    }

    /// <inheritdoc/>
    public async Task<DeskReceipt> PlaceAsync(DeskOrder order, ICallContext call)
    {
        Instrument instrument = paper.Tradable(order.Symbol);
        OrderTerms.RequireOnGrid(instrument, ("stopLoss", order.StopLoss), ("takeProfit", order.TakeProfit));
        string key = BookKey.Of(order.Book, order.Magic, orders.KeyOf(call));
        Order placed = paper.Do(desk => orders.SubmitOrRefuse(desk, order.ToIntent(instrument, desk.Broker.Quote(instrument.Symbol)!, call.Caller.Actor, key)));
        if (order.Kind != OrderKind.Modify)
        {
            await orders.SettleAsync([placed], call.CancellationToken).ConfigureAwait(false);
            OrderRefusals.RequireTaken(placed, orders.DecisionOn(placed));
        }

        return paper.Do(_ =>
        {
            PriceStamp stamp = paper.Stamp(instrument.Symbol);
            return new DeskReceipt(order.Target ?? placed.Position ?? placed.Ticket, placed.FillPrice, stamp.Source, stamp.AsOf, orders.DecisionOn(placed)?.Id);
        });
    }

    private static Order? Opener(TradingDesk desk, long ticket, string book) =>
        desk.Ledger.All.FirstOrDefault(o => o.Position == ticket && o.Intent.Kind == OrderKind.Open) is { } order && BookKey.IsOf(order.Intent.IdempotencyKey, book) ? order : null;

    private void RefreshHeld() => paper.Refresh(paper.Do(desk => desk.Broker.Positions.Select(p => p.Symbol).ToArray()));

    private DeskPosition See(TradingDesk desk, Position position)
    {
        Quote? quote = desk.Broker.Quote(position.Symbol);
        PriceStamp stamp = paper.Stamp(position.Symbol);
        return new DeskPosition(position, quote is null ? position.EntryPrice : OpenRisk.ClosingPrice(position, quote), stamp.Source, stamp.AsOf);
    }
}
