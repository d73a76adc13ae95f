using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>Approves whatever a test asks for, so that the real router has something to send. No product has one.</summary>
internal sealed class TestApprover
{
    private readonly Lock _turn = new();
    private readonly RiskGate _gate;
    private readonly OrderLedger _ledger;
    private readonly OrderRouter _router;
    private readonly IBroker _broker;
    private int _keys;

    /// <summary>An account with a router of its own.</summary>
    /// <param name="broker">Where its orders go.</param>
    /// <param name="journal">Where they are written down.</param>
    /// <param name="past">What an earlier host left; null for nothing.</param>
    public TestApprover(IBroker broker, IJournal journal, JournaledOrders? past = null)
    {
        var mints = new MintLedger();
        _broker = broker;
        _gate = new RiskGate([new BoundRule(new RiskRuleAttribute("test", OrderClass.All, "none"), new Everything())], mints);
        _ledger = new OrderLedger(journal, new ClientOrderIds("e2et"), past);
        _keys = past?.All.Count ?? 0;
        _router = new OrderRouter(new SerialBroker(broker, _turn), _ledger, mints, new NoKill(), journal, TimeProvider.System);
    }

    /// <summary>All orders, oldest first.</summary>
    public IReadOnlyList<Order> Orders => _ledger.All;

    /// <summary>Proposes, approves and sends an order.</summary>
    public Order Send(OrderIntent intent)
    {
        lock (_turn)
        {
            DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;
            BrokerSnapshot snapshot = _broker.Snapshot();
            Order order = _ledger.Propose(intent with { IdempotencyKey = $"e2e-{++_keys}" }, OrderClassifier.Classify(intent, snapshot), now, out _);
            RiskContext context = Context(order, snapshot, now);
            GateVerdict verdict = _gate.Check(context);
            string hash = OrderHash.OfOrder(order.Id, order.Intent, snapshot.Account.Login, "demo", "", order.ExpiresAt);
            _ledger.PreChecked(order, verdict, hash, "");
            _ledger.AutoApproved(order, "test");
            var stamp = new ApprovalStamp(order.Id, hash, _ledger.AssignClientOrderId(order), now);
            ApprovedOrder approved = _gate.Approve(context with { Stage = GateStage.Final, Order = order.Intent }, stamp, out GateVerdict last)!;
            _ledger.FinalChecked(order, last);
            Assert.True(_router.Send(approved));
            return order;
        }
    }

    /// <summary>Takes up what was on its way when a host died: asks for it, and sends nothing.</summary>
    public async Task TakeUpAsync()
    {
        var link = (IBrokerLink)_broker;
        foreach (Order order in _ledger.AtBroker.ToArray())
        {
            RequestOutcome outcome = await link.FindAsync(new BrokerRequest(order.ClientOrderId!, order.Intent), default);
            lock (_turn)
            {
                foreach (ExecutionReport report in outcome.Reports)
                {
                    _router.OnReport(report);
                }
            }
        }
    }

    private static RiskContext Context(Order order, BrokerSnapshot snapshot, DateTime now) => new()
    {
        Order = order.Intent,
        Class = order.Class,
        Stage = GateStage.Pre,
        Now = now,
        Instrument = null,
        Quote = null,
        Account = snapshot.Account,
        Positions = snapshot.Positions,
        Orders = snapshot.Orders,
        State = null!,
        Rates = null!,
    };

    private sealed class Everything : IRiskRule
    {
        public RuleResult Check(RiskContext context) => RuleResult.Test(true, "1", "<=", "1");
    }

    private sealed class NoKill : IKillLevel
    {
        public int Level => 0;
    }

    // Ledger and router belong to one turn; reports come on another.
    private sealed class SerialBroker(IBroker inner, Lock turn) : IBroker, IExecutionSink
    {
        private IExecutionSink? _sink;

        public string Name => inner.Name;

        public BrokerSnapshot Snapshot() => inner.Snapshot();

        public Sdk.Market.Quote? Quote(string symbol) => inner.Quote(symbol);

        public void Attach(IExecutionSink sink)
        {
            _sink = sink;
            inner.Attach(this);
        }

        public ValueTask SendAsync(BrokerRequest request, CancellationToken cancellationToken) => inner.SendAsync(request, cancellationToken);

        public void OnReport(ExecutionReport report)
        {
            lock (turn)
            {
                _sink!.OnReport(report);
            }
        }
    }
}
