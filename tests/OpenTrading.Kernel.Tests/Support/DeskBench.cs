using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>The whole order path around a broker that does as the test says.</summary>
internal sealed class DeskBench : IMarketView
{
    public DeskBench(params BoundRule[] rules)
        : this(null, rules)
    {
    }

    /// <summary>The same over a journal of the test's own; null takes <see cref="Journal"/>.</summary>
    public DeskBench(IJournal? journal, params BoundRule[] rules)
    {
        journal ??= Journal;
        Gate = new RiskGate(rules.Length > 0 ? rules : [RuleStub.Passing.Bind()], Mints);
        Ledger = new OrderLedger(journal, new ClientOrderIds("test"));
        Router = new OrderRouter(Broker, Ledger, Mints, Kill, journal, Clock);
        State = new AccountState(journal, Settings, Kill, Ledger);
        Desk = new OrderDesk(Broker, this, Gate, Ledger, Router, State, Settings, Clock);
    }

    public static RiskSettings Settings { get; } = new(new string('0', 64), TradingState.Active, BrokerDay.Utc, DayReferenceKind.Max);

    public MemoryJournal Journal { get; } = new();

    public BrokerStub Broker { get; } = new();

    public KillStub Kill { get; } = new();

    public TestClock Clock { get; } = new() { Now = Scene.Now };

    public MintLedger Mints { get; } = new();

    public RiskGate Gate { get; }

    public OrderLedger Ledger { get; }

    public OrderRouter Router { get; }

    public AccountState State { get; }

    public OrderDesk Desk { get; }

    /// <summary>An order that waits for nothing but to be sent, with the stamp under which it may be.</summary>
    public (Order Order, ApprovalStamp Stamp) FinalChecked()
    {
        Order order = Ledger.Propose(Scene.Buy, OrderClass.Entry, Clock.Now, out _);
        GateVerdict verdict = Gate.Check(Scene.Context);
        string hash = OrderHash.OfOrder(order.Id, order.Intent, Scene.Account.Login, "paper", Settings.ConfigHash, order.ExpiresAt);
        Ledger.PreChecked(order, verdict, hash, Settings.ConfigHash);
        Ledger.AutoApproved(order, "test");
        string clientOrderId = Ledger.AssignClientOrderId(order);
        Ledger.FinalChecked(order, verdict);
        return (order, new ApprovalStamp(order.Id, hash, clientOrderId, Clock.Now));
    }

    public ApprovedOrder Mint(Order order, ApprovalStamp stamp) =>
        Gate.Approve(Scene.Context with { Stage = GateStage.Final, Order = order.Intent }, stamp, out _)!;

    Instrument? IMarketView.Instrument(string symbol) => symbol == "EURUSD" ? Scene.EurUsd : null;

    Quote? IMarketView.Quote(string symbol) => Broker.Quote(symbol);
}
