using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Orders;

/// <summary>
/// The orders of one account. Every step is journaled before it takes effect; a step the life cycle does not permit is refused.
/// </summary>
/// <threadsafety>Belongs to the account's thread.</threadsafety>
public sealed class OrderLedger
{
    private readonly IJournal _journal;
    private readonly ClientOrderIds _clientOrderIds;
    private readonly Dictionary<string, Order> _byClientOrderId = [];
    private readonly Dictionary<(string Proposer, string Key), (string Hash, Order Order)> _byKey = [];
    private readonly List<Order> _atBroker = [];
    private readonly List<Order> _all = [];
    private readonly Dictionary<string, Order> _byId = new(StringComparer.Ordinal);
    private readonly Func<int, string> _idOf;

    /// <summary>A ledger that continues what the journal tells.</summary>
    /// <param name="journal">The record.</param>
    /// <param name="clientOrderIds">Gives out client order ids; told here of those already given out.</param>
    /// <param name="past">Orders of earlier runs; null on a first start and in replays.</param>
    /// <param name="idOf">Id of the order of a number; null counts <c>o-1</c>, <c>o-2</c>.</param>
    public OrderLedger(IJournal journal, ClientOrderIds clientOrderIds, JournaledOrders? past = null, Func<int, string>? idOf = null)
    {
        (_journal, _clientOrderIds, _idOf) = (journal, clientOrderIds, idOf ?? (n => $"o-{n}"));
        History = past?.History ?? new HistoryBook();
        if (past is null)
        {
            return;
        }

        _byKey = new(past.ByKey);
        _all.AddRange(past.All);
        _byId = past.All.ToDictionary(o => o.Id, StringComparer.Ordinal);
        foreach (Order order in past.All.Where(o => o.ClientOrderId is not null))
        {
            _byClientOrderId.Add(order.ClientOrderId!, order);
            clientOrderIds.Seen(order.ClientOrderId!);
            if (order.State.IsAtBroker())
            {
                _atBroker.Add(order);
            }
        }
    }

    /// <summary>How long a proposal may wait for its approval.</summary>
    public static readonly TimeSpan ProposalLifetime = TimeSpan.FromSeconds(300);

    /// <summary>Orders the broker may still act on, oldest first.</summary>
    public IReadOnlyList<Order> AtBroker => _atBroker;

    /// <summary>All orders, oldest first.</summary>
    public IReadOnlyList<Order> All => _all;

    /// <summary>What the account has done, for rules that count.</summary>
    public HistoryBook History { get; }

    /// <summary>Orders so far.</summary>
    public int Count => _all.Count;

    /// <summary>Whether an order was ever to take a step its life does not permit. The books are in doubt from then on.</summary>
    public bool HasIllegalStep { get; private set; }

    /// <summary>The order sent under a client order id; null when there is none.</summary>
    public Order? ByClientOrderId(string clientOrderId) => _byClientOrderId.GetValueOrDefault(clientOrderId);

    /// <summary>The order of an id; null when there is none.</summary>
    public Order? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The order that a proposer proposed under a key; null when there is none.</summary>
    public Order? ByKey(string proposer, string key) => _byKey.GetValueOrDefault((proposer, key)).Order;

    /// <summary>Orders that were sent and whose outcome nobody knows.</summary>
    public IReadOnlyList<OrderIntent> InDoubt() =>
        _atBroker.Exists(static o => o.State == OrderState.OutcomeUnknown) ? [.. _atBroker.Where(o => o.State == OrderState.OutcomeUnknown).Select(o => o.Intent)] : [];

    /// <summary>Market entries sent and not yet filled, by symbol.</summary>
    public IReadOnlyDictionary<string, int> InFlightEntries() => _atBroker.Count == 0
        ? NoEntries
        : _atBroker.Where(o => o.Class == OrderClass.Entry && o.Intent.Type == OrderType.Market)
            .GroupBy(o => o.Intent.Symbol)
            .ToDictionary(g => g.Key, g => g.Count());

    /// <summary>
    /// Entries that were sent and that no snapshot of the broker shows yet, each as it will stand: what is left of it, at its own price or at the one that its
    /// last look saw. A market entry shows once it has filled, a pending one once the broker has accepted it.
    /// </summary>
    public IReadOnlyList<WorkingOrder> Reserved() => _atBroker.Count == 0 ? [] :
    [
        .. from order in _atBroker
           let intent = order.Intent
           where order.Class == OrderClass.Entry && intent.Volume > order.FilledVolume
               && (intent.Type == OrderType.Market || order.State is OrderState.Submitting or OrderState.OutcomeUnknown)
           select new WorkingOrder(
               0, intent.Symbol, intent.Side, intent.Type, intent.Volume - order.FilledVolume,
               intent.Price ?? order.SeenPrice ?? intent.ReferencePrice, intent.StopLoss, intent.TakeProfit),
    ];

    /// <summary>Records a proposal, or finds the one that the same proposer made under the same key.</summary>
    /// <param name="intent">What is asked for.</param>
    /// <param name="orderClass">What it does to risk.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="replayed">Whether an earlier order was found.</param>
    /// <exception cref="IdempotencyConflictException">The key stands for another proposal.</exception>
    /// <exception cref="ArgumentException">The key has another form than <see cref="IdempotencyKey"/> allows.</exception>
    public Order Propose(OrderIntent intent, OrderClass orderClass, DateTime now, out bool replayed)
    {
        if (!IdempotencyKey.IsValid(intent.IdempotencyKey))
        {
            throw new ArgumentException(
                $"Idempotency key '{intent.IdempotencyKey}' must be 1 to {IdempotencyKey.MaxLength} of A-Z a-z 0-9 . _ : -; choose such a key.", nameof(intent));
        }

        string hash = OrderHash.OfProposal(intent);
        var key = (intent.Proposer, intent.IdempotencyKey);
        if (_byKey.TryGetValue(key, out (string Hash, Order Order) same))
        {
            replayed = true;
            return same.Hash == hash ? same.Order : throw new IdempotencyConflictException(intent.IdempotencyKey, same.Order.Id);
        }

        replayed = false;
        var order = new Order(_idOf(Count + 1), intent, orderClass, now, now + ProposalLifetime);
        _journal.Append(intent.Proposer, "order.proposed", OrderRecords.Proposed(order, hash), DurabilityOf(order));
        _all.Add(order);
        _byId.Add(order.Id, order);
        _byKey.Add(key, (hash, order));
        return order;
    }

    /// <summary>First look passed, perhaps with less volume.</summary>
    public void PreChecked(Order order, GateVerdict verdict, string orderHash, string configHash)
    {
        Step(order, OrderState.PreChecked, "host", "order.prechecked", OrderRecords.PreChecked(order, verdict, orderHash, configHash), leadsOn: true);
        order.Intent = order.Intent with { Volume = verdict.Volume };
        (order.Hash, order.ConfigHash) = (orderHash, configHash);
    }

    /// <summary>A look of the gate rejected it.</summary>
    public void Rejected(Order order, string stage, GateVerdict verdict)
    {
        Step(order, OrderState.Rejected, "host", "order.rejected", OrderRecords.Rejected(order, stage, verdict));
        order.Violations = verdict.Violations;
        order.Why = "RISK_REJECTED";
    }

    /// <summary>No human is needed, and why.</summary>
    public void AutoApproved(Order order, string why) =>
        Step(order, OrderState.Approved, "host", "approval.auto", OrderRecords.Why(order, why), leadsOn: true);

    /// <summary>A human is needed.</summary>
    public void Awaiting(Order order) =>
        Step(order, OrderState.AwaitingApproval, "host", "order.awaiting", OrderRecords.Awaiting(order));

    /// <summary>The last human needed has approved.</summary>
    internal void Granted(Order order, string actor, JournalPayload grant) => Step(order, OrderState.Approved, actor, "approval.granted", grant);

    /// <summary>A human denied it.</summary>
    internal void Denied(Order order, string actor, string why, JournalPayload denial)
    {
        Step(order, OrderState.Rejected, actor, "approval.denied", denial);
        order.Why = why;
    }

    /// <summary>It was on its way, and nobody knows what became of it.</summary>
    internal void Unknown(Order order, string why)
    {
        AtBrokerStep(order, OrderState.OutcomeUnknown, "order.unknown", OrderRecords.Why(order, why));
        order.Why = why;
    }

    /// <summary>Last look passed.</summary>
    /// <param name="order">The order.</param>
    /// <param name="verdict">What the rules said.</param>
    /// <param name="risk">What it stands to lose at its stop; null where that is not known.</param>
    /// <param name="price">Price of its entry that the look saw; null where there is none.</param>
    public void FinalChecked(Order order, GateVerdict verdict, decimal? risk = null, decimal? price = null)
    {
        Step(order, OrderState.FinalChecked, "host", "order.finalchecked", OrderRecords.FinalChecked(order, verdict, risk, price), leadsOn: true);
        (order.Risk, order.SeenPrice) = (risk, price);
    }

    /// <summary>Gives the order the id under which it may be sent once.</summary>
    public string AssignClientOrderId(Order order)
    {
        order.ClientOrderId = _clientOrderIds.Next();
        _byClientOrderId.Add(order.ClientOrderId, order);
        return order.ClientOrderId;
    }

    /// <summary>On its way to the broker.</summary>
    /// <param name="order">The order.</param>
    /// <param name="account">Account as <c>login@server</c>.</param>
    /// <param name="now">UTC instant.</param>
    public void Submitting(Order order, string account, DateTime now)
    {
        order.SentAt = now;
        Step(order, OrderState.Submitting, "host", "order.submitting", OrderRecords.Submitting(order, account, now));
        order.WasSubmitted = true;
        _atBroker.Add(order);
    }

    /// <summary>Ends an order before it was sent.</summary>
    public void Cancelled(Order order, string why, string actor = "host")
    {
        Step(order, OrderState.Cancelled, actor, "order.cancelled", OrderRecords.Why(order, why));
        order.Why = why;
    }

    /// <summary>Ends an order that waited too long before it was sent.</summary>
    public void Expired(Order order, string why)
    {
        Step(order, OrderState.Expired, "host", "order.expired", OrderRecords.Why(order, why));
        order.Why = why;
    }

    /// <summary>Takes a step at the broker.</summary>
    /// <param name="order">The order.</param>
    /// <param name="to">Its state from now on.</param>
    /// <param name="type">Type of the record.</param>
    /// <param name="payload">Its content.</param>
    /// <param name="leadsOn">Whether the order takes its next step before anybody is told of this one.</param>
    public void AtBrokerStep(Order order, OrderState to, string type, JournalPayload payload, bool leadsOn = false)
    {
        Step(order, to, "broker", type, payload, leadsOn);
        if (!to.IsAtBroker())
        {
            _atBroker.Remove(order);
        }
    }

    /// <summary>The result stands in the broker's books; nothing of the order is reserved any more.</summary>
    public void Reconciled(Order order) =>
        Step(order, OrderState.Reconciled, "host", "order.reconciled", OrderRecords.Reconciled(order));

    private void Step(Order order, OrderState to, string actor, string type, JournalPayload payload, bool leadsOn = false)
    {
        if (!OrderLifecycle.Allows(order.State, to, order.WasSubmitted))
        {
            HasIllegalStep = true;
            _journal.Append("host", "order.illegal_transition", OrderRecords.Illegal(order, to), Durability.Durable);
            throw new IllegalTransitionException(order.Id, order.State, to);
        }

        _journal.Append(actor, type, payload, to == OrderState.Cancelled ? Durability.Protective : DurabilityOf(order, leadsOn));
        OrderState from = order.State;
        order.State = to;
        History.Stepped(order, from, to);
    }

    // What lowers risk, and what ends an order, goes on from the reserve when the disk is full: one record after the other, each by the one who waits for it.
    // What raises risk waits before its effects alone: the record of the last step before one is not on disk without those that led to it.
    private static Durability DurabilityOf(Order order, bool leadsOn = false) =>
        (order.Class & OrderClass.EntryOrRaise) == 0 ? Durability.Protective : leadsOn ? Durability.Ordered : Durability.Durable;

    private static readonly Dictionary<string, int> NoEntries = [];
}
