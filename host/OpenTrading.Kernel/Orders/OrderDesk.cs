using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Orders;

/// <summary>
/// The one path of an order: proposed, looked at, approved, looked at again, sent. Every way into the host ends here, and no other way leads
/// to a broker.
/// </summary>
/// <threadsafety>Belongs to the account's thread.</threadsafety>
public sealed class OrderDesk(
    IBrokerView broker, IMarketView market, RiskGate gate, OrderLedger ledger, OrderRouter router, AccountState state, RiskSettings settings, TimeProvider clock,
    IDeskTerms? terms = null, Func<LinkState?>? link = null)
{
    private readonly IDeskTerms _terms = terms ?? PaperTerms.Instance;

    private static readonly Dictionary<string, PricedMarket> NoMarkets = [];
    private static readonly Dictionary<string, IReadOnlyList<DailyClose>> NoCloses = [];

    // Asked for on every bar and needed once a day.
    private readonly Func<AccountSnapshot> _account = () => broker.Snapshot().Account;

    /// <summary>Lets time pass: when a trading day begins, its reference is taken before anything of that day happens to the account.</summary>
    public void Advance(DateTime now) => state.Advance(now, _account);

    /// <summary>Takes initial capital and the day's reference anew, after the account was given another sum.</summary>
    public void BeginAnew() => state.BeginAnew(clock.GetUtcNow().UtcDateTime, _account);

    /// <summary>Raised once for every order the gate judged, with the look that decided it.</summary>
    public event Action<Order, GateLook>? Judged;

    /// <summary>What the gate would see of an order at this moment.</summary>
    public RiskContext See(OrderIntent intent)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        Advance(now);
        BrokerSnapshot snapshot = broker.Snapshot();
        return Context(intent, OrderClassifier.Classify(intent, snapshot), snapshot, GateStage.Pre, now);
    }

    /// <summary>What the gate would say to an order at this moment, by both its looks at the snapshot that <see cref="Submit"/> would take. Nothing is proposed.</summary>
    public GateLook Check(OrderIntent intent)
    {
        RiskContext context = See(intent);
        GateVerdict first = gate.Check(context);
        if (!first.Passed)
        {
            return new GateLook(context, first);
        }

        RiskContext last = context with { Stage = GateStage.Final, Order = intent with { Volume = first.Volume } };
        return new GateLook(last, gate.Check(last));
    }

    /// <summary>Largest volume of an order that the gate would pass, lots; 0 when it would pass none.</summary>
    public decimal LargestVolume(RiskContext context) => gate.LargestVolume(context);

    /// <summary>The equity that the account may not fall to; null while no floor is known.</summary>
    public LossFloor? Floor() => gate.Floor(state.ForRules());

    /// <summary>Positions whose time is over by the rules, and why.</summary>
    public IReadOnlyList<(Position Position, string Why)> Overdue()
    {
        if (gate.Deadlines.Count == 0)
        {
            return [];
        }

        DateTime now = clock.GetUtcNow().UtcDateTime;
        return
        [
            .. from position in broker.Snapshot().Positions
               let why = gate.Deadlines.Select(d => d.Overdue(position, market.Instrument(position.Symbol), now)).FirstOrDefault(w => w is not null)
               where why is not null
               select (position, why),
        ];
    }

    /// <summary>How long an order would have to wait to pass, if everything but time stood still; null when waiting does not help.</summary>
    public TimeSpan? ShortestWait(RiskContext context) => Risk.Gate.ShortestWait.Of(gate, context);

    /// <summary>Proposes an order and takes it as far as it may go.</summary>
    /// <returns>The order in the state it reached.</returns>
    /// <exception cref="IdempotencyConflictException">The key stands for another proposal.</exception>
    public Order Submit(OrderIntent intent)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        Advance(now);
        BrokerSnapshot snapshot = broker.Snapshot();
        Order order = ledger.Propose(intent, OrderClassifier.Classify(intent, snapshot), now, out bool replayed);
        if (!replayed)
        {
            Judge(order, snapshot, now);
        }

        return order;
    }

    /// <summary>
    /// Takes up what a killed host left: what was only proposed is judged again, what was approved lapses, what had ended at the broker is settled. What
    /// was on its way certainly never arrived at a simulated broker; at any other its outcome is unknown. Nothing is resent.
    /// </summary>
    public void TakeUp(IEnumerable<Order> past)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        foreach (Order order in past)
        {
            switch (order.State)
            {
                case OrderState.Proposed or OrderState.PreChecked or OrderState.AwaitingApproval when now >= order.ExpiresAt:
                    ledger.Expired(order, "proposal_ttl");
                    break;
                case OrderState.Proposed:
                    Judge(order, broker.Snapshot(), now);
                    break;
                case OrderState.PreChecked:
                    Proceed(order);
                    break;
                case OrderState.Approved or OrderState.FinalChecked:
                    ledger.Expired(order, "host_restart");
                    break;
                case OrderState.Submitting or OrderState.OutcomeUnknown when _terms.SharesFate:
                    router.NeverArrived(order);
                    break;
                case OrderState.Submitting:
                    ledger.Unknown(order, "host_restart");
                    break;
                case OrderState.Filled or OrderState.Cancelled or OrderState.Expired or OrderState.Rejected when order.WasSubmitted:
                    ledger.Reconciled(order);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Takes an order that a human has approved through the last look and, if that passes, to the broker.</summary>
    /// <exception cref="IllegalTransitionException">It is not approved, or has gone on already.</exception>
    public void Release(Order order)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        Advance(now);
        ApprovalState? approval = _terms.ApprovalOf(order);
        RiskContext context = Of(order, Context(order.Intent, order.Class, broker.Snapshot(), GateStage.Final, now)) with { Approval = approval };
        var stamp = new ApprovalStamp(order.Id, order.Hash!, ledger.AssignClientOrderId(order), now, approval?.Left);
        ApprovedOrder? approved = gate.Approve(context, stamp, out GateVerdict last);
        if (approved is null)
        {
            ledger.Rejected(order, "final", last);
            Judged?.Invoke(order, new GateLook(context, last));
            return;
        }

        ledger.FinalChecked(order, last, order.Class == OrderClass.Entry ? Loss.AtStop(context, order.Intent.Volume) : null, context.EntryPrice);
        Judged?.Invoke(order, new GateLook(context, last));
        router.Send(approved);
    }

    /// <summary>What the gate would say to an order on its last look, given what humans have said or would say. Nothing happens to the order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="approval">The word of humans; null leaves out the question.</param>
    public GateLook Look(Order order, ApprovalState? approval = null)
    {
        RiskContext context = Of(order, See(order.Intent)) with { Class = order.Class, Stage = GateStage.Final, Approval = approval };
        return new GateLook(context, gate.Check(context));
    }

    private void Judge(Order order, BrokerSnapshot snapshot, DateTime now)
    {
        RiskContext context = Of(order, Context(order.Intent, order.Class, snapshot, GateStage.Pre, now));
        GateVerdict first = gate.Check(context);
        if (!first.Passed)
        {
            ledger.Rejected(order, "pre", first);
            Judged?.Invoke(order, new GateLook(context, first));
            return;
        }

        string account = snapshot.Account.Login;
        OrderIntent sized = order.Intent with { Volume = first.Volume };
        string hash = OrderHash.OfOrder(order.Id, sized, account, _terms.Environment, settings.ConfigHash, order.ExpiresAt);
        ledger.PreChecked(order, first, hash, settings.ConfigHash);
        if (!Proceed(order))
        {
            Judged?.Invoke(order, new GateLook(context, first));
        }
    }

    // The way forks here, and nowhere else: to the broker at once, or to a human first.
    private bool Proceed(Order order)
    {
        if (_terms.Exempt(order) is not { } why)
        {
            ledger.Awaiting(order);
            return false;
        }

        ledger.AutoApproved(order, why);
        Release(order);
        return true;
    }

    private static RiskContext Of(Order order, RiskContext context) => context with { ProposedAt = order.ProposedAt, OrderConfigHash = order.ConfigHash };

    private Dictionary<string, IReadOnlyList<DailyClose>> DailyCloses(string symbol, Dictionary<string, PricedMarket> markets)
    {
        // What is held in the order's own symbol moves with it; days are needed for the others alone.
        if (markets.Count == 0 || (markets.Count == 1 && markets.ContainsKey(symbol)))
        {
            return NoCloses;
        }

        Dictionary<string, IReadOnlyList<DailyClose>> closes = markets.Keys.ToDictionary(held => held, market.DailyCloses, StringComparer.Ordinal);
        closes[symbol] = market.DailyCloses(symbol);
        return closes;
    }

    private Dictionary<string, PricedMarket> Markets(BrokerSnapshot snapshot, IReadOnlyList<WorkingOrder> reserved)
    {
        if (snapshot.Positions.Count + snapshot.Orders.Count + reserved.Count == 0)
        {
            return NoMarkets;
        }

        var markets = new Dictionary<string, PricedMarket>(StringComparer.Ordinal);
        foreach (string symbol in snapshot.Positions.Select(p => p.Symbol).Concat(snapshot.Orders.Concat(reserved).Select(o => o.Symbol)))
        {
            if (!markets.ContainsKey(symbol) && Instrument(symbol) is { } instrument)
            {
                markets[symbol] = new PricedMarket(instrument, market.Quote(symbol));
            }
        }

        return markets;
    }

    private Instrument? Instrument(string symbol) => market.Instrument(symbol) is { } instrument ? settings.StopSlippage.On(instrument) : null;

    private RiskContext Context(OrderIntent order, OrderClass orderClass, BrokerSnapshot snapshot, GateStage stage, DateTime now)
    {
        RiskState known = state.ForRules();
        IReadOnlyList<WorkingOrder> reserved = ledger.Reserved();
        Dictionary<string, PricedMarket> markets = Markets(snapshot, reserved);
        return new RiskContext
        {
            Order = order,
            Class = orderClass,
            Stage = stage,
            Now = now,
            Instrument = Instrument(order.Symbol),
            Quote = market.Quote(order.Symbol),
            Account = snapshot.Account,
            Positions = snapshot.Positions,
            Orders = snapshot.Orders,
            Reserved = reserved,
            Markets = markets,
            State = known,
            History = ledger.History.Now(),
            Floor = gate.Floor(known),
            Rates = new CurrencyConverter(market.Quote),
            Link = link?.Invoke(),
            Host = settings.Host?.Invoke(),
            Calendar = settings.Calendar?.Invoke(),
            Samples = market.Samples(order.Symbol),
            DailyCloses = DailyCloses(order.Symbol, markets),
            Spec = market.Spec(order.Symbol),
        };
    }
}
