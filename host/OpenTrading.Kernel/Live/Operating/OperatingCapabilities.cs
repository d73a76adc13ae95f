using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Approvals;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live.Operating;

/// <summary>What an operator does at the broker: send what was held, compare, flatten. Never visible to an AI client.</summary>
/// <param name="desks">The accounts.</param>
/// <param name="sending">How approved requests leave.</param>
public sealed class OperatingCapabilities(LiveDesks desks, LiveSending sending)
{
    private DateTime Now => desks.Setup.Wall.GetUtcNow().UtcDateTime;

    /// <summary>Sends a request whose approval was held.</summary>
    [Capability("submit_live_order", "live", Effect.Operate, "POST /orders/live/submit", Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict,
        ErrorCode.LiveDisabled, ErrorCode.NotConnected, ErrorCode.ApprovalRequired, ErrorCode.ApprovalExpired, ErrorCode.BrokerRejected, ErrorCode.OutcomeUnknown,
    ])]
    [Description("Sends a request whose approval was held; all rules look again at fresh prices.")]
    public async Task<SubmittedResult> SubmitLiveOrder(ICallContext call, [Description("the request")] string requestId, [Description("the approval")] string approvalId, string idempotencyKey)
    {
        desks.RequireEnabled();
        (LiveDesk desk, Order order) = Find(requestId);
        desk.Do(_ =>
        {
            desk.Approvals.Lapse();
            RequireGrant(desk, order, approvalId);
            LiveSending.Release(desk, order);
            return 0;
        });
        await sending.SettleAsync(desk, [order], call.CancellationToken).ConfigureAwait(false);
        return desk.Turn.Do(() =>
        {
            sending.RequireTaken(order);
            return new SubmittedResult
            {
                Summary = order.FillPrice is { } price
                    ? string.Create(CultureInfo.InvariantCulture, $"Request {order.Id} is {Names.Of(order.Outcome)}: {order.FilledVolume} lots at {price}.")
                    : $"Request {order.Id} is {Names.Of(order.Outcome)}.",
                AsOf = Now,
                Status = Names.Of(order.Outcome),
                Ticket = order.Ticket == 0 ? null : order.Ticket,
                FillPrice = order.FillPrice,
                FilledLots = order.FilledVolume == 0 ? null : order.FilledVolume,
                SlippagePoints = Requests.ExecutionCapabilities.Slippage(desk, order),
            };
        });
    }

    /// <summary>Compares an account with the journal.</summary>
    [Capability("reconcile_live", "live", Effect.Operate, "POST /live/reconcile", Errors = [ErrorCode.NotConnected])]
    [Description("Compares terminal and journal, resolves unknown outcomes, accepts positions opened elsewhere.")]
    public async Task<ReconcileResult> ReconcileLive(ICallContext call, [Description("confirmed as not found")] string? requestId = null)
    {
        LiveDesk desk = requestId is null ? desks.Require(account: null) : desks.RequireOrder(requestId).Desk;
        desk.RequireConnected();
        IReadOnlyList<Order> resolved = await FarSide.AskAsync(() => desk.Reconciler!.RunAsync(requestId, call.CancellationToken)).ConfigureAwait(false);
        return desk.Do(_ =>
        {
            BrokerSnapshot snapshot = desk.Link!.Snapshot();
            IReadOnlyList<Position> orphans = desk.Reconciler!.Adopt(call.Caller.Actor);
            long[] strange = [.. orphans.Select(o => o.Ticket)];
            int unknown = desk.Ledger.AtBroker.Count(o => o.State == OrderState.OutcomeUnknown);
            return new ReconcileResult
            {
                Summary = $"{snapshot.Positions.Count} positions and {snapshot.Orders.Count} pending orders compared; {resolved.Count} outcomes found, {unknown} still unknown, {orphans.Count} positions opened elsewhere are accepted.",
                AsOf = Now,
                Checked = snapshot.Positions.Count + snapshot.Orders.Count + resolved.Count + unknown,
                Matched = [.. snapshot.Positions.Select(p => p.Ticket).Except(strange), .. snapshot.Orders.Select(o => o.Ticket)],
                Resolved = [.. resolved.Select(o => new ResolvedRow(o.Id, Names.Of(o.Outcome), o.Ticket == 0 ? null : o.Ticket))],
                Orphans = [.. orphans.Select(p => new OrphanRow(p.Ticket, p.Symbol, p.Side, p.Volume, p.StopLoss is not null))],
            };
        });
    }

    /// <summary>Closes all positions and deletes all pending orders.</summary>
    [Capability("flatten_live", "live", Effect.Operate, "POST /live/flatten", Errors = [ErrorCode.NotConnected, ErrorCode.BrokerRejected, ErrorCode.OutcomeUnknown])]
    [Description("Closes all positions and cancels all pending orders of the account, or of a symbol, at once.")]
    public async Task<FlattenResult> FlattenLive(ICallContext call, [StringLength(500)] string why, string idempotencyKey, string? symbol = null)
    {
        LiveDesk desk = desks.Require(account: null);
        IReadOnlyList<(long Ticket, decimal Profit, Order Order)> sent = desk.Do(_ => KillEffects.Flatten(desk.Switched, call.Caller.Actor, why, idempotencyKey, p => symbol is null || p.Equals(symbol, StringComparison.OrdinalIgnoreCase)));
        if (sent.Count > 0)
        {
            await sending.SettleAsync(desk, [.. sent.Select(s => s.Order)], call.CancellationToken).ConfigureAwait(false);
        }

        return desk.Turn.Do(() =>
        {
            (long Ticket, decimal Profit, Order Order)[] done = [.. sent.Where(s => s.Order.Outcome == OrderState.Filled)];
            FlattenFailure[] failed = [.. sent.Where(s => s.Order.Outcome != OrderState.Filled).Select(s => new FlattenFailure(s.Ticket, CodeOf(s.Order)))];
            return new FlattenResult
            {
                Summary = $"{done.Count(s => s.Order.Intent.Kind == OrderKind.Close)} positions closed, {done.Count(s => s.Order.Intent.Kind == OrderKind.Cancel)} pending orders cancelled, {failed.Length} still there.",
                AsOf = Now,
                Closed = [.. done.Where(s => s.Order.Intent.Kind == OrderKind.Close).Select(s => new FlattenedRow(s.Ticket, s.Profit))],
                Cancelled = [.. done.Where(s => s.Order.Intent.Kind == OrderKind.Cancel).Select(s => s.Ticket)],
                Failed = failed,
            };
        });
    }

    private (LiveDesk Desk, Order Order) Find(string requestId)
    {
        try
        {
            return desks.RequireOrder(requestId);
        }
        catch (CapabilityException e) when (e.Code == ErrorCode.NotFound)
        {
            throw new CapabilityException(ErrorCode.ApprovalRequired, $"There is no request {requestId}, so nobody can have approved it", "List what waits with list_approvals.");
        }
    }

    private static void RequireGrant(LiveDesk desk, Order order, string approvalId)
    {
        Grant? grant = desk.Approvals.Find(approvalId);
        if (grant is null || grant.OrderId != order.Id)
        {
            throw new CapabilityException(ErrorCode.ApprovalRequired, $"{approvalId} is no approval of request {order.Id}", "Approve it with create_approval.");
        }

        if (grant.State != GrantState.Active)
        {
            throw new CapabilityException(
                grant.State == GrantState.Expired ? ErrorCode.ApprovalExpired : ErrorCode.ApprovalRequired,
                $"Approval {approvalId} is {grant.State.ToString().ToLowerInvariant()}, and good once",
                "Propose the order anew, and approve that.");
        }

        if (order.State != OrderState.Approved)
        {
            throw new CapabilityException(ErrorCode.ApprovalRequired, $"Request {order.Id} is {Names.Of(order.Outcome)}", "It needs another operator, or has gone on already.");
        }
    }

    private static string CodeOf(Order order) => order.Violations.Count > 0 ? $"RISK_REJECTED: {string.Join("; ", order.Violations.Select(v => v.Finding))}"
        : order.Outcome == OrderState.OutcomeUnknown ? "OUTCOME_UNKNOWN"
        : order.Outcome == OrderState.Rejected ? $"BROKER_REJECTED: {order.Why}"
        : Names.Of(order.Outcome);
}
