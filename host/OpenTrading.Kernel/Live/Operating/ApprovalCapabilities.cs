using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Kernel.Approvals;
using OpenTrading.Kernel.Approvals.Proposals;
using OpenTrading.Kernel.Live.Requests;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live.Operating;

/// <summary>What an operator does about requests: look, approve, deny, take back. Never visible to an AI client.</summary>
/// <param name="requests">The accounts, and what their gates said.</param>
/// <param name="sending">How approved requests leave.</param>
/// <param name="proposals">What clients have proposed.</param>
/// <param name="paging">Whose cursors.</param>
public sealed class ApprovalCapabilities(LiveRequests requests, LiveSending sending, ProposalBook proposals, Paging paging)
{
    private LiveDesks Desks => requests.Desks;

    private DateTime Now => Desks.Setup.Wall.GetUtcNow().UtcDateTime;

    /// <summary>Lists requests and grants.</summary>
    [Capability("list_approvals", "live", Effect.Operate, "GET /approvals")]
    [Description("Requests that wait for approval, with the market and the rules as they are now.")]
    public ApprovalsResult ListApprovals(ICallContext call, ApprovalStatus status = ApprovalStatus.Pending, [Range(1, 5000)] int limit = 20, string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        ApprovalRow[] rows = [.. Desks.All.SelectMany(d => d.Turn.Do(() => Rows(d, status))).OrderByDescending(r => r.RequestedAt)];
        Page<ApprovalRow> page = paging.CutAfter(rows, r => r.RequestId + r.ApprovalId, limit, cursor, Paging.Query("list_approvals", status));
        return new ApprovalsResult
        {
            Summary = status == ApprovalStatus.Pending ? $"{rows.Length} requests wait for approval." : $"{rows.Length} are {status.ToString().ToLowerInvariant()}.",
            AsOf = Now,
            Approvals = page.Items,
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
        };
    }

    /// <summary>Approves a request.</summary>
    [Capability("create_approval", "live", Effect.Operate, "POST /approval/create", Errors = [ErrorCode.NotFound, ErrorCode.Conflict, ErrorCode.StateConflict, ErrorCode.KillSwitchActive])]
    [Description("Approves exactly the order of a hash, once; it is sent at once unless submit is false.")]
    public async Task<ApprovedResult> CreateApproval(
        ICallContext call,
        [Description("the request")] string requestId,
        [StringLength(64), Description("the hash shown")] string orderHash,
        [Range(ApprovalSettings.LeastSeconds, ApprovalSettings.MostSeconds)] int ttlS = 120,
        [Description("false: wait for submit")] bool submit = true,
        [StringLength(500)] string? note = null)
    {
        (LiveDesk desk, Order order) = Desks.RequireOrder(requestId);
        Approver approver = RequireApprover(call);
        Grant grant = desk.Turn.Do(() =>
        {
            Grant given = desk.Approvals.Approve(
                order, orderHash, approver, TimeSpan.FromSeconds(ttlS), !submit, note, state => LiveSending.OperatorsNeeded(desk, order, state));
            if (submit && order.State == OrderState.Approved)
            {
                LiveSending.Release(desk, order);
            }

            return given;
        });
        if (order.WasSubmitted)
        {
            await sending.SettleAsync(desk, [order], call.CancellationToken).ConfigureAwait(false);
        }

        return desk.Turn.Do(() => new ApprovedResult
        {
            Summary = order.State == OrderState.AwaitingApproval ? $"Approved by {approver.Actor}; request {order.Id} needs another operator."
                : order.State == OrderState.Approved ? $"Approved; request {order.Id} is held for submit_live_order until {grant.Until:HH:mm:ss} UTC."
                : $"Approved; request {order.Id} is {order.Standing}.",
            AsOf = Now,
            ApprovalId = grant.Id,
            RequestId = order.Id,
            State = Names.Of(order.Outcome),
            Ticket = order.Ticket == 0 ? null : order.Ticket,
            ExpiresAt = grant.Until,
        });
    }

    /// <summary>Denies a request.</summary>
    [Capability("reject_request", "live", Effect.Operate, "POST /approval/reject", Errors = [ErrorCode.NotFound, ErrorCode.StateConflict])]
    [Description("Denies a request for a reason that its client will read.")]
    public RequestStateResult RejectRequest(
        ICallContext call, [Description("the request")] string requestId, [Description("why")] DenialReason reason, [StringLength(500), Description("in words")] string? note = null)
    {
        (LiveDesk desk, Order order) = Desks.RequireOrder(requestId);
        Approver approver = RequireApprover(call);
        return desk.Turn.Do(() =>
        {
            desk.Approvals.Deny(order, approver, reason, note);
            return new RequestStateResult { Summary = $"Request {order.Id} is denied: {order.Why}.", State = Names.Of(order.Outcome), AsOf = Now };
        });
    }

    /// <summary>Takes an approval back.</summary>
    [Capability("revoke_approval", "live", Effect.Operate, "POST /approval/revoke", Errors = [ErrorCode.NotFound, ErrorCode.StateConflict])]
    [Description("Takes an approval back that was not used yet.")]
    public RequestStateResult RevokeApproval(ICallContext call, [Description("the approval")] string approvalId, [StringLength(500)] string why)
    {
        (LiveDesk desk, Grant grant) = Desks.RequireGrant(approvalId);
        return desk.Turn.Do(() =>
        {
            desk.Approvals.Revoke(grant, call.Caller.Actor, why);
            Order order = desk.Ledger.ById(grant.OrderId)!;
            return new RequestStateResult { Summary = $"Approval {grant.Id} is revoked; request {order.Id} is {Names.Of(order.Outcome)}.", State = Names.Of(order.Outcome), AsOf = Now };
        });
    }

    private Approver RequireApprover(ICallContext call) => Desks.Setup.Approvers.Of(call.Caller) ?? throw new CapabilityException(
        ErrorCode.SessionRequired, "Only an operator in an open session approves", "Run 'opentrading operator login'.");

    private IEnumerable<ApprovalRow> Rows(LiveDesk desk, ApprovalStatus status)
    {
        desk.Approvals.Lapse();
        IEnumerable<(Order Order, Grant? Grant)> found = status switch
        {
            ApprovalStatus.Pending => desk.Approvals.Waiting.Select(o => (o, (Grant?)null)),
            ApprovalStatus.Active => Granted(desk, GrantState.Active),
            ApprovalStatus.Used => Granted(desk, GrantState.Used),
            ApprovalStatus.Rejected => Ended(desk, o => o is { Outcome: OrderState.Rejected, WasSubmitted: false }),
            ApprovalStatus.Expired => Granted(desk, GrantState.Expired).Concat(Ended(desk, o => o is { Outcome: OrderState.Expired, WasSubmitted: false } && !desk.Approvals.Of(o).Any())),
            _ => Granted(desk, GrantState.Revoked).Concat(Ended(desk, o => o is { Outcome: OrderState.Cancelled, WasSubmitted: false } && !desk.Approvals.Of(o).Any())),
        };
        return [.. found.Select(f => Row(desk, f.Order, f.Grant, status))];
    }

    private static IEnumerable<(Order Order, Grant? Grant)> Granted(LiveDesk desk, GrantState state) =>
        desk.Approvals.Grants.Where(g => g.State == state).Select(g => (desk.Ledger.ById(g.OrderId)!, (Grant?)g));

    private static IEnumerable<(Order Order, Grant? Grant)> Ended(LiveDesk desk, Func<Order, bool> how) => desk.Ledger.All.Where(how).Select(o => (o, (Grant?)null));

    private ApprovalRow Row(LiveDesk desk, Order order, Grant? grant, ApprovalStatus status)
    {
        Proposal? proposal = proposals.Of(order.Id);
        return new ApprovalRow(
            order.Id,
            grant?.Id,
            order.Hash,
            RequestedOrder.Of(desk, order),
            status,
            order.ProposedAt,
            grant?.Until ?? order.ExpiresAt,
            status is ApprovalStatus.Pending or ApprovalStatus.Active && desk.IsConnected ? RequestDecision.Of(desk.Orders!.Look(order), requests.DecisionOn(order)?.Id) : null,
            [.. desk.Approvals.Of(order).Where(g => g.State is GrantState.Active or GrantState.Used).Select(g => g.Operator)],
            proposal?.Thesis,
            proposal?.Evidence);
    }
}
