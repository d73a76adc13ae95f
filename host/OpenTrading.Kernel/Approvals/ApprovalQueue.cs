using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Approvals;

/// <summary>
/// The orders of one account that wait for a human, and what humans have said to them. A grant is for exactly the order its operator saw, good once,
/// and void with its time, its session, the kill switch and a restart. Everything is in the journal before it is true.
/// </summary>
/// <threadsafety>Belongs to the account's thread.</threadsafety>
public sealed class ApprovalQueue
{
    private readonly OrderLedger _ledger;
    private readonly IJournal _journal;
    private readonly IKillLevel _kill;
    private readonly IApprovers _approvers;
    private readonly ApprovalSettings _settings;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, Deadline> _waiting = new(StringComparer.Ordinal);
    private readonly List<Grant> _grants = [];

    /// <summary>A queue over the orders of an account.</summary>
    /// <param name="ledger">Its orders.</param>
    /// <param name="journal">The record.</param>
    /// <param name="kill">The emergency stop.</param>
    /// <param name="approvers">Who may approve.</param>
    /// <param name="settings">How.</param>
    /// <param name="clock">Wall clock; terms are measured by its monotonic side.</param>
    public ApprovalQueue(OrderLedger ledger, IJournal journal, IKillLevel kill, IApprovers approvers, ApprovalSettings settings, TimeProvider clock) =>
        (_ledger, _journal, _kill, _approvers, _settings, _clock) = (ledger, journal, kill, approvers, settings, clock);

    /// <summary>Every grant since the host started, oldest first.</summary>
    public IReadOnlyList<Grant> Grants => _grants;

    /// <summary>Orders that wait for a human, oldest first.</summary>
    public IEnumerable<Order> Waiting => _ledger.All.Where(o => o.State == OrderState.AwaitingApproval);

    /// <summary>The grant of an id; null when there is none.</summary>
    public Grant? Find(string approvalId) => _grants.Find(g => g.Id == approvalId);

    /// <summary>Grants of an order, oldest first.</summary>
    public IEnumerable<Grant> Of(Order order) => _grants.Where(g => g.OrderId == order.Id);

    /// <summary>Gives an operator's word to an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="orderHash">Hash of the order that the operator saw.</param>
    /// <param name="approver">The operator.</param>
    /// <param name="lifetime">How long the word is good.</param>
    /// <param name="isHeld">Whether the order is to wait until it is submitted by hand.</param>
    /// <param name="note">What the operator says to it.</param>
    /// <param name="needed">How many operators the order needs, given those who have agreed.</param>
    /// <exception cref="CapabilityException">It does not wait, is another order than the one that was seen, or this operator may not.</exception>
    public Grant Approve(Order order, string orderHash, Approver approver, TimeSpan lifetime, bool isHeld, string? note, Func<ApprovalState, int> needed)
    {
        Lapse();
        RequireWaiting(order);
        RequireMay(order, approver);
        if (!string.Equals(order.Hash, orderHash, StringComparison.OrdinalIgnoreCase))
        {
            throw new CapabilityException(
                ErrorCode.Conflict, $"orderHash {Short(orderHash)} is not that of request {order.Id}, which is {Short(order.Hash!)}", "Look at the request again, and approve what you see.");
        }

        if ((order.Class & OrderClass.EntryOrRaise) != 0 && _kill.Level > 0)
        {
            throw new CapabilityException(ErrorCode.KillSwitchActive, $"The kill switch is at level {_kill.Level}", "Re-arm it first with trigger_kill_switch level=0.");
        }

        DateTime now = _clock.GetUtcNow().UtcDateTime;
        Grant[] before = [.. Of(order).Where(g => g.State == GrantState.Active)];
        var grant = new Grant(
            Ulid.New("apr_", _clock.GetUtcNow()), order.Id, order.Hash!, approver.Actor, approver.Session, now, now + lifetime, new Deadline(_clock, now + lifetime));
        int of = needed(StateOf(order, [.. before, grant]));
        int n = before.Length + 1;
        JournalPayload record = ApprovalRecords.Granted(grant, n, of, isHeld, note);
        if (n >= of)
        {
            _ledger.Granted(order, approver.Actor, record);
            _waiting.Remove(order.Id);
        }
        else
        {
            _journal.Append(approver.Actor, "approval.granted", record, Durability.Durable);
        }

        _grants.Add(grant);
        return grant;
    }

    /// <summary>Denies an order.</summary>
    /// <exception cref="CapabilityException">It does not wait.</exception>
    public void Deny(Order order, Approver approver, DenialReason reason, string? note)
    {
        Lapse();
        RequireWaiting(order);
        string why = System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());
        _ledger.Denied(order, approver.Actor, why, ApprovalRecords.Denied(order, why, note));
        _waiting.Remove(order.Id);
        Void(Of(order), approver.Actor, "denied");
    }

    /// <summary>Takes a grant back before it was used; an order that had all it needed ends with it.</summary>
    /// <exception cref="CapabilityException">It is not good any more.</exception>
    public void Revoke(Grant grant, string actor, string why)
    {
        Lapse();
        if (grant.State != GrantState.Active)
        {
            throw new CapabilityException(ErrorCode.StateConflict, $"Approval {grant.Id} is {Name(grant.State)}", "Nothing needs to be done.");
        }

        Void([grant], actor, why);
    }

    /// <summary>Takes back an order that was not sent yet.</summary>
    /// <exception cref="CapabilityException">It was, or has ended.</exception>
    public void Withdraw(Order order, string actor, string why)
    {
        Lapse();
        if (order.State is not (OrderState.AwaitingApproval or OrderState.Approved))
        {
            throw new CapabilityException(ErrorCode.StateConflict, $"Request {order.Id} is {Names.Of(order.Outcome)}", "Only a request that was not sent can be withdrawn.");
        }

        End(order, actor, why);
        Void(Of(order), actor, "withdrawn");
    }

    /// <summary>Takes note that an order was sent, or refused by the last look: its grants are used up either way.</summary>
    public void Use(Order order)
    {
        foreach (Grant grant in Of(order).Where(g => g.State == GrantState.Active))
        {
            grant.State = GrantState.Used;
        }
    }

    /// <summary>Voids what was granted in a session.</summary>
    /// <returns>How many grants were good until now.</returns>
    public int EndSession(string session) => Void(_grants.Where(g => g.Session == session), "host", "session_ended");

    /// <summary>Lets the kill switch end what it forbids: every grant, and every entry that was not sent.</summary>
    /// <returns>How many grants were good until now.</returns>
    public int Kill()
    {
        int voided = Void(_grants, "host", "kill");
        foreach (Order order in Waiting.Where(o => (o.Class & OrderClass.EntryOrRaise) != 0).ToArray())
        {
            End(order, "host", "kill");
        }

        return voided;
    }

    /// <summary>Lets time pass: what has waited too long lapses, and so do grants whose time or session is over.</summary>
    public void Lapse()
    {
        foreach (Grant grant in _grants.Where(g => g.State == GrantState.Active).ToArray())
        {
            if (grant.Deadline.IsOver)
            {
                grant.State = GrantState.Expired;
                if (_ledger.ById(grant.OrderId) is { State: OrderState.Approved or OrderState.AwaitingApproval } order)
                {
                    _ledger.Expired(order, "approval_ttl");
                    _waiting.Remove(order.Id);
                }
            }
            else if (!_approvers.IsOpen(grant.Session))
            {
                Void([grant], "host", "session_ended");
            }
        }

        foreach (Order order in Waiting.ToArray())
        {
            if (!_waiting.TryGetValue(order.Id, out Deadline? deadline))
            {
                _waiting[order.Id] = deadline = new Deadline(_clock, order.ExpiresAt);
            }

            if (deadline.IsOver)
            {
                _ledger.Expired(order, "proposal_ttl");
                _waiting.Remove(order.Id);
            }
        }
    }

    /// <summary>What humans have said to an order, as the last look is shown it.</summary>
    public ApprovalState StateOf(Order order) => StateOf(order, [.. Of(order).Where(g => g.State == GrantState.Active && _approvers.IsOpen(g.Session))]);

    private static ApprovalState StateOf(Order order, IReadOnlyList<Grant> good) => new(
        [.. good.Select(g => g.Operator).Distinct(StringComparer.Ordinal)],
        good.Select(g => g.OrderHash).Distinct(StringComparer.Ordinal).Take(2).ToArray() is [{ } one] ? one : null,
        order.Hash!,
        good.Count == 0 ? TimeSpan.Zero : good.Min(g => g.Deadline.Left));

    private void RequireMay(Order order, Approver approver)
    {
        if (!approver.HasSteppedUp)
        {
            throw new CapabilityException(ErrorCode.SessionRequired, "An approval needs a passphrase entered within the last 5 minutes", "Run 'opentrading operator login' again.");
        }

        if (order.Intent.Proposer == approver.Actor && !_settings.AllowSelf)
        {
            throw new CapabilityException(ErrorCode.StateConflict, "Nobody approves an order of their own", "Another operator looks at it.");
        }

        if (Of(order).Any(g => g.State == GrantState.Active && g.Operator == approver.Actor))
        {
            throw new CapabilityException(ErrorCode.StateConflict, $"{approver.Actor} has approved it already", "Another operator looks at it.");
        }
    }

    private static void RequireWaiting(Order order)
    {
        if (order.State != OrderState.AwaitingApproval)
        {
            throw new CapabilityException(
                ErrorCode.StateConflict, $"Request {order.Id} is {Names.Of(order.Outcome)}{(order.Why.Length > 0 ? $" ({order.Why})" : "")}; it does not wait for approval", "List what waits with list_approvals.");
        }
    }

    private int Void(IEnumerable<Grant> grants, string actor, string why)
    {
        int voided = 0;
        foreach (Grant grant in grants.Where(g => g.State == GrantState.Active).ToArray())
        {
            _journal.Append(actor, "approval.revoked", ApprovalRecords.Revoked(grant, why), Durability.Protective);
            grant.State = GrantState.Revoked;
            voided++;
            if (_ledger.ById(grant.OrderId) is { State: OrderState.Approved } order)
            {
                End(order, actor, why == "kill" ? why : "approval_revoked");
            }
        }

        return voided;
    }

    private void End(Order order, string actor, string why)
    {
        _ledger.Cancelled(order, why, actor);
        _waiting.Remove(order.Id);
    }

    private static string Name(GrantState state) => state.ToString().ToLowerInvariant();

    private static string Short(string hash) => hash.Length <= 12 ? hash : hash[..12];
}
