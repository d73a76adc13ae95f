using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Approvals.Proposals;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live.Requests;

/// <summary>What clients may ask of an account at a broker. Everything asked for waits for a human.</summary>
/// <param name="requests">How calls become requests.</param>
/// <param name="proposals">What clients have proposed.</param>
public sealed class RequestCapabilities(LiveRequests requests, ProposalBook proposals)
{
    // Where nobody states a deviation, a close may slip further than an entry: being out matters more than the price.
    private const int CloseDeviation = 100;

    /// <summary>Requests an entry.</summary>
    [Capability("request_live_order", "live", Effect.Propose, "POST /orders/live/request", RaisesRisk = true, Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict,
        ErrorCode.NotFound, ErrorCode.LiveDisabled, ErrorCode.NotConnected,
    ])]
    [Description("Asks an operator for an order at the broker; terms default from a proposal. A human approves.")]
    public RequestResult RequestLiveOrder(
        ICallContext call,
        [StringLength(500), Description("why")] string reason,
        string idempotencyKey,
        string? symbol = null,
        OrderSide? side = null,
        [Range(0.0001, 10_000)] decimal? lots = null,
        EntryType? orderType = null,
        decimal? price = null,
        decimal? stopLoss = null,
        decimal? takeProfit = null,
        [Description("of propose_trade")] string? proposalId = null,
        string? account = null)
    {
        requests.Desks.RequireEnabled();
        Proposal? proposal = proposalId is null ? null : Own(proposalId, call);
        LiveDesk desk = requests.Desks.Require(account ?? proposal?.Account);
        string[] missing = [.. Missing(("symbol", symbol ?? proposal?.Symbol), ("side", side ?? proposal?.Side), ("lots", lots ?? proposal?.Lots))];
        if (missing.Length > 0)
        {
            throw new CapabilityException(
                ErrorCode.ValidationError, string.Join("; ", missing.Select(m => $"{m}: Required without proposalId")), "State them, or name a proposal.", [.. missing.Select(m => new ErrorDetail([m], "Required without proposalId"))]);
        }

        (Instrument instrument, Quote quote) = requests.Tradable(desk, (symbol ?? proposal?.Symbol)!);
        EntryType type = orderType ?? proposal?.OrderType ?? EntryType.Market;
        var terms = new OrderTerms(
            (side ?? proposal?.Side)!.Value,
            (lots ?? proposal?.Lots)!.Value,
            type,
            price ?? (type == EntryType.Market ? null : proposal?.Price),
            stopLoss ?? proposal?.StopLoss,
            takeProfit ?? proposal?.TakeProfit);
        OrderIntent intent = terms.ToIntent(instrument, quote, call.Caller.Actor, idempotencyKey) with { Reason = reason, Confidence = proposal?.Confidence };
        return requests.Submit(desk, intent, order =>
        {
            if (proposal is not null)
            {
                ProposalBook.Link(requests.Desks.Setup.Journal, proposal, call.Caller.Actor, order.Id);
            }
        });
    }

    /// <summary>Requests a close.</summary>
    [Capability("request_close_position", "live", Effect.Propose, "POST /orders/live/request-close", Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict,
        ErrorCode.NotFound, ErrorCode.LiveDisabled, ErrorCode.NotConnected,
    ])]
    [Description("Asks an operator to close a position or part of it, or to cancel an order.")]
    public RequestResult RequestClosePosition(
        ICallContext call,
        [Description("pending order: cancel")] long ticket,
        [StringLength(500), Description("why")] string reason,
        string idempotencyKey,
        [Range(0.0001, 10_000), Description("default: all of it")] decimal? lots = null,
        string? account = null)
    {
        requests.Desks.RequireEnabled();
        LiveDesk desk = requests.Desks.Require(account);
        BrokerSnapshot snapshot = desk.Link!.Snapshot();
        if (snapshot.Positions.FirstOrDefault(p => p.Ticket == ticket) is { } position)
        {
            if (lots > position.Volume)
            {
                string fault = string.Create(CultureInfo.InvariantCulture, $"The position has {position.Volume}");
                throw new CapabilityException(ErrorCode.ValidationError, $"lots: {fault}", "Close at most that.", [new ErrorDetail(["lots"], fault)]);
            }

            OrderSide side = position.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
            Quote quote = LiveRequests.QuoteOf(desk, position.Symbol);
            return requests.Submit(desk, Order(call, OrderKind.Close, position.Symbol, side, lots ?? position.Volume, ticket, quote.EntryPrice(side), reason, idempotencyKey));
        }

        return snapshot.Orders.FirstOrDefault(o => o.Ticket == ticket) is { } order
            ? requests.Submit(desk, Order(call, OrderKind.Cancel, order.Symbol, order.Side, order.Volume, ticket, order.Price, reason, idempotencyKey))
            : Earlier(desk, call, idempotencyKey) ?? throw NoTicket(ticket);
    }

    /// <summary>Requests other levels.</summary>
    [Capability("request_modify_position", "live", Effect.Propose, "POST /orders/live/request-modify", RaisesRisk = true, Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict,
        ErrorCode.NotFound, ErrorCode.LiveDisabled, ErrorCode.NotConnected,
    ])]
    [Description("Asks an operator to move stop or target of a position; what is left out stays.")]
    public RequestResult RequestModifyPosition(
        ICallContext call,
        [Description("of the position")] long ticket,
        [StringLength(500), Description("why")] string reason,
        string idempotencyKey,
        decimal? stopLoss = null,
        decimal? takeProfit = null,
        string? account = null)
    {
        requests.Desks.RequireEnabled();
        LiveDesk desk = requests.Desks.Require(account);
        if (stopLoss is null && takeProfit is null)
        {
            throw new CapabilityException(ErrorCode.ValidationError, "stopLoss: One of stopLoss and takeProfit is required", "Say what is to change.", [new ErrorDetail(["stopLoss"], "One of stopLoss and takeProfit is required")]);
        }

        if (desk.Link!.Snapshot().Positions.FirstOrDefault(p => p.Ticket == ticket) is not { } position)
        {
            return Earlier(desk, call, idempotencyKey) ?? throw NoTicket(ticket);
        }

        (Instrument instrument, Quote quote) = requests.Tradable(desk, position.Symbol);
        OrderTerms.RequireOnGrid(instrument, ("stopLoss", stopLoss), ("takeProfit", takeProfit));
        return requests.Submit(desk, Order(call, OrderKind.Modify, position.Symbol, position.Side, position.Volume, ticket, quote.EntryPrice(position.Side), reason, idempotencyKey) with
        {
            StopLoss = stopLoss ?? position.StopLoss,
            TakeProfit = takeProfit ?? position.TakeProfit,
        });
    }

    /// <summary>Takes a proposal or request back.</summary>
    [Capability("withdraw_request", "live", Effect.Propose, "POST /orders/live/withdraw", Errors = [ErrorCode.NotFound, ErrorCode.StateConflict])]
    [Description("Takes back an own proposal, or an own request that was not sent.")]
    public WithdrawnResult WithdrawRequest(ICallContext call, [Description("own proposal or request")] string id, [StringLength(500), Description("why")] string reason, string idempotencyKey)
    {
        DateTime now = requests.Desks.Setup.Wall.GetUtcNow().UtcDateTime;
        if (proposals.Find(id) is not null)
        {
            Proposal proposal = Own(id, call);
            if (proposal.StatusAt(now) != ProposalStatus.Open)
            {
                throw new CapabilityException(ErrorCode.StateConflict, $"Proposal {id} is {proposal.StatusAt(now).ToString().ToLowerInvariant()}", proposal.RequestId is { } request ? $"Withdraw request {request}." : "Nothing needs to be done.");
            }

            ProposalBook.Withdraw(requests.Desks.Setup.Journal, proposal, call.Caller.Actor, reason);
            return new WithdrawnResult { Summary = $"Proposal {id} is withdrawn.", State = "withdrawn", AsOf = now };
        }

        (LiveDesk desk, Order order) = requests.Desks.RequireOrder(id);
        RequireOwn(order.Intent.Proposer, id, call);
        return desk.Turn.Do(() =>
        {
            desk.Approvals.Withdraw(order, call.Caller.Actor, $"withdrawn: {reason}");
            return new WithdrawnResult { Summary = $"Request {id} is withdrawn; nothing was sent.", State = Names.Of(order.Outcome), AsOf = now };
        });
    }

    private Proposal Own(string id, ICallContext call)
    {
        Proposal proposal = proposals.Find(id) ?? throw new CapabilityException(ErrorCode.NotFound, $"There is no proposal {id}", "List them with list_proposals.");
        RequireOwn(proposal.Proposer, id, call);
        return proposal;
    }

    // Whose it is, is nobody's business either.
    private static void RequireOwn(string proposer, string id, ICallContext call)
    {
        if (proposer != call.Caller.Actor)
        {
            throw new CapabilityException(ErrorCode.NotFound, $"There is no proposal or request {id} of this client", "List the own ones with list_proposals.");
        }
    }

    private RequestResult? Earlier(LiveDesk desk, ICallContext call, string key) =>
        desk.Turn.Do(() => desk.Ledger.ByKey(call.Caller.Actor, key)) is { } earlier ? requests.Submit(desk, earlier.Asked) : null;

    private static OrderIntent Order(ICallContext call, OrderKind kind, string symbol, OrderSide side, decimal lots, long ticket, decimal price, string reason, string key) => new()
    {
        Kind = kind,
        Symbol = symbol,
        Side = side,
        Volume = lots,
        Target = ticket,
        ReferencePrice = price,
        Deviation = kind == OrderKind.Close ? CloseDeviation : 0,
        Proposer = call.Caller.Actor,
        Reason = reason,
        IdempotencyKey = key,
        AcceptReduced = false,
    };

    private static IEnumerable<string> Missing(params (string Name, object? Value)[] values) => values.Where(v => v.Value is null).Select(v => v.Name);

    private static CapabilityException NoTicket(long ticket) =>
        new(ErrorCode.NotFound, $"There is neither a position nor a pending order {ticket}", "List them with live_list_positions and live_list_orders.");
}
