using OpenTrading.Kernel.Live.Operating;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper.Ordering;
using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Kernel.Risk;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live.Requests;

/// <summary>
/// Orders of plugins on a live host: each becomes a request that waits for a human, never a fill on paper. A caller that repeats itself is told how its
/// request stands, sends it where an operator has approved and held it, and reads its result as long as the request's time runs.
/// </summary>
/// <param name="requests">How calls become requests.</param>
/// <param name="sending">How approved requests leave.</param>
/// <param name="kill">The emergency stop.</param>
public sealed class RequestDesk(LiveRequests requests, LiveSending sending, IKillLevel kill) : IOrderDesk
{
    private LiveDesks Desks => requests.Desks;

    private LiveDesk[] Connected => [.. Desks.Open.Where(d => d.IsConnected)];

    /// <inheritdoc/>
    public OrderAccess Access => Desks.Setup.IsEnabled ? OrderAccess.Live : OrderAccess.LiveDisabled;

    /// <inheritdoc/>
    public int KillLevel => kill.Level;

    /// <inheritdoc/>
    public AccountSnapshot Account => Desks.Require(account: null).Link!.Snapshot().Account;

    /// <inheritdoc/>
    public DeskExposure Exposure(string source) => (Connected.FirstOrDefault(d => d.Link!.Name == source) ?? Desks.Require(account: null)).Do(desk =>
    {
        BrokerSnapshot snapshot = desk.Link!.Snapshot();
        return new DeskExposure(desk.Masked, snapshot.Account, snapshot.Positions, desk.Orders!.Floor());
    });

    /// <inheritdoc/>
    public IReadOnlyList<DeskPosition> Positions(string book)
    {
        LiveDesk[] connected = Connected;
        LiveDesk[] named = [.. connected.Where(d => d.Link!.Name == book)];
        return [.. (named.Length > 0 ? named : connected).SelectMany(d => d.Link!.Snapshot().Positions.Select(p => See(d, p))).OrderBy(p => p.Position.OpenedAt)];
    }

    /// <inheritdoc/>
    public async Task<DeskReceipt> PlaceAsync(DeskOrder order, ICallContext call)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(call);
        Desks.RequireEnabled();
        LiveDesk desk = Desks.Require(order.Symbol.Split(':')[0]);
        (Instrument instrument, Quote quote) = requests.Tradable(desk, order.Symbol);
        OrderTerms.RequireOnGrid(instrument, ("stopLoss", order.StopLoss), ("takeProfit", order.TakeProfit));
        OrderIntent intent = order.ToIntent(instrument, quote, call.Caller.Actor, call.IdempotencyKey ?? Ulid.New("k-", Desks.Setup.Wall.GetUtcNow()));
        Order request = desk.Turn.Do(() => Standing(desk, intent) ?? desk.Ledger.ById(requests.Submit(desk, intent).RequestId)!);
        await SendHeldAsync(desk, request, call.CancellationToken).ConfigureAwait(false);
        return desk.Turn.Do(() => Receipt(desk, request));
    }

    // What a caller means by saying the same again: its own request of the same terms that nothing has ended before it was sent.
    private Order? Standing(LiveDesk desk, OrderIntent intent)
    {
        desk.Approvals.Lapse();
        DateTime now = Desks.Setup.Wall.GetUtcNow().UtcDateTime;
        return desk.Ledger.All.LastOrDefault(o =>
            o.Intent.Proposer == intent.Proposer
            && LiveRequests.SameTerms(o.Asked, intent with { IdempotencyKey = o.Asked.IdempotencyKey })
            && (o.WasSubmitted ? now <= o.ExpiresAt : o.State is OrderState.AwaitingApproval or OrderState.Approved));
    }

    private async Task SendHeldAsync(LiveDesk desk, Order request, CancellationToken cancellationToken)
    {
        bool isHeld = desk.Turn.Do(() =>
        {
            bool held = request.State == OrderState.Approved;
            if (held)
            {
                LiveSending.Release(desk, request);
            }

            return held;
        });
        if (isHeld)
        {
            await sending.SettleAsync(desk, [request], cancellationToken).ConfigureAwait(false);
        }
    }

    private DeskReceipt Receipt(LiveDesk desk, Order request)
    {
        if (request.State == OrderState.AwaitingApproval)
        {
            throw new CapabilityException(
                ErrorCode.ApprovalRequired,
                $"Request {request.Id} waits for an operator until {request.ExpiresAt:HH:mm:ss} UTC; nothing was sent",
                "Call again with the same arguments once it is approved, or ask get_execution_status.",
                [new ErrorDetail(["requestId"], request.Id)]);
        }

        sending.RequireTaken(request);
        Quote? quote = desk.Link!.Quote(request.Intent.Symbol);
        return new DeskReceipt(
            request.Intent.Target ?? request.Position ?? request.Ticket, request.FillPrice, desk.Link.Name, quote?.Time ?? Desks.Setup.Wall.GetUtcNow().UtcDateTime, sending.DecisionOn(request)?.Id);
    }

    private static DeskPosition See(LiveDesk desk, Position position)
    {
        Quote? quote = desk.Link!.Quote(position.Symbol);
        return new DeskPosition(position, quote is null ? position.EntryPrice : OpenRisk.ClosingPrice(position, quote), desk.Link.Name, quote?.Time ?? position.OpenedAt);
    }
}
