using OpenTrading.Kernel.Approvals;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Risk.Monitors;
using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Live;

/// <summary>
/// An account at a broker with everything around it: ledger, approvals, gate, router, order desk. It is there as soon as the journal knows the account;
/// it trades once its broker was handed over.
/// </summary>
/// <threadsafety>What it holds is touched within <see cref="Turn"/>.</threadsafety>
public sealed class LiveDesk
{
    private readonly LiveSetup _setup;
    private readonly JournaledDesk? _past;
    private readonly MintLedger _mints = new();
    private readonly LinkedKill _kill;

    /// <summary>An account, brought back as far as that needs no broker: what was approved lapses, what was on its way is unknown.</summary>
    /// <param name="account">The account as <c>login@server</c>.</param>
    /// <param name="setup">What it is traded under.</param>
    /// <param name="past">What an earlier run left; null on a first start.</param>
    /// <param name="ids">Gives out client order ids; one for all accounts of a host.</param>
    public LiveDesk(string account, LiveSetup setup, JournaledDesk? past, ClientOrderIds ids)
    {
        (Account, _setup, _past) = (account, setup, past);
        _kill = new LinkedKill(setup.Kill, () => Link);
        Drift = new ClockDrift(setup.Wall);
        Journal = new AccountJournal(setup.Journal, account);
        Ledger = new OrderLedger(Journal, ids, past?.Orders, _ => Ulid.New("req_", setup.Wall.GetUtcNow()));
        Ledger.History.WatchesFills = true;
        State = new AccountState(Journal, setup.Risk, _kill, Ledger, setup.Wall);
        if (past is not null)
        {
            State.Restore(past.InitialCapital, past.Day, past.Trading, past.PaidIn, past.IsDoubtful);
        }

        Approvals = new ApprovalQueue(Ledger, Journal, _kill, setup.Approvers, setup.Approval, setup.Wall);
        foreach (Order order in Ledger.All)
        {
            if (order.State is OrderState.Approved or OrderState.FinalChecked)
            {
                Ledger.Expired(order, "host_restart");
            }
            else if (order.State == OrderState.Submitting)
            {
                Ledger.Unknown(order, "host_restart");
            }
        }
    }

    /// <summary>The account as <c>login@server</c>.</summary>
    public string Account { get; }

    /// <summary>Whose turn it is to touch it.</summary>
    public Mailbox Turn { get; } = new();

    /// <summary>How far the wall clock was set since the account was compared.</summary>
    internal ClockDrift Drift { get; }

    /// <summary>The record, which names the account.</summary>
    public IJournal Journal { get; }

    /// <summary>Its orders.</summary>
    public OrderLedger Ledger { get; }

    /// <summary>Its risk state.</summary>
    public AccountState State { get; }

    /// <summary>What waits for a human, and what humans have said.</summary>
    public ApprovalQueue Approvals { get; }

    /// <summary>Its quotes, second by second.</summary>
    public QuoteBook Samples { get; } = new();

    /// <summary>The reading face of its broker; null until that was handed over.</summary>
    public IBrokerLink? Link { get; private set; }

    /// <summary>Instruments and quotes it is traded on; null until the broker was handed over.</summary>
    public IMarketView? Market { get; private set; }

    /// <summary>Where orders go; null until the broker was handed over.</summary>
    public OrderDesk? Orders { get; private set; }

    /// <summary>Where results come back; null until the broker was handed over.</summary>
    public OrderRouter? Router { get; private set; }

    /// <summary>Compares the account with the journal; null until the broker was handed over.</summary>
    public Reconciler? Reconciler { get; private set; }

    /// <summary>Whether requests can be sent.</summary>
    public bool IsConnected => Link?.Health.IsConnected == true;

    /// <summary>What it is traded under.</summary>
    public LiveSetup Setup => _setup;

    /// <summary>Takes the account's broker.</summary>
    /// <param name="link">Its reading face; the books have been read.</param>
    /// <param name="router">Makes the router, the only holder of the sending face.</param>
    public void Open(IBrokerLink link, Func<RouterParts, OrderRouter> router)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(router);
        Turn.Do(() =>
        {
            BrokerSnapshot snapshot = link.Snapshot();
            Router = router(new RouterParts(Ledger, _mints, _kill, Journal, _setup.Wall, Turn, _past?.Deals ?? [], State.Book));
            Router.Broke += why => _setup.Kill.Tighten(1, "host", why);
            Reconciler = new Reconciler(this, link, _past);
            var gate = new RiskGate(_setup.Rules, _mints);
            State.FollowsEquity = gate.FollowsEquity;
            BreakerWatch.Follow(Router, Ledger, State, gate, _setup.Kill, _setup.Wall);
            Market = new BrokerMarket(link, _setup.Market, Samples, new CloseBook(symbol => _setup.Market.Bars(_setup.Market.Resolve($"{link.Name}:{symbol}"), Timeframe.D1, CloseBook.Kept), _setup.Wall));
            Orders = new OrderDesk(
                link,
                Market,
                gate,
                Ledger,
                Router,
                State,
                _setup.Risk,
                _setup.Wall,
                new LiveTerms(snapshot.Account.Kind, Approvals, _setup.Approval),
                LinkNow);
            Orders.Judged += (order, look) =>
            {
                if (look.Context.Stage == GateStage.Final)
                {
                    Approvals.Use(order);
                }
            };
            Link = link;
            Journal.Append("broker", "account.connected", LiveRecords.Connected(link.Name, snapshot.Positions.Count, snapshot.Orders.Count), Durability.Durable);
            Orders.TakeUp([.. Ledger.All]);
        });
    }

    /// <summary>Works with the account when its turn comes.</summary>
    /// <exception cref="CapabilityException">NOT_CONNECTED.</exception>
    public T Do<T>(Func<LiveDesk, T> work) => Turn.Do(() =>
    {
        RequireConnected();
        return work(this);
    });

    /// <summary>Refuses where no request could be sent.</summary>
    /// <exception cref="CapabilityException">NOT_CONNECTED.</exception>
    public void RequireConnected()
    {
        if (!IsConnected)
        {
            throw new CapabilityException(ErrorCode.NotConnected, $"The terminal of {Masked} is not connected", "Connect it; mt5_status says why it is not.");
        }
    }

    /// <summary>The account as the switches reach it.</summary>
    public SwitchedAccount Switched => new(Account, Turn, Link!, Ledger, Orders!, State) { Void = Approvals.Kill, Link = Link };

    /// <summary>The account with most of its login hidden: whom it belongs to is nobody's business.</summary>
    public string Masked => MaskedLogin.Of(Account);

    private LinkState LinkNow()
    {
        BrokerHealth health = Link!.Health;
        return new LinkState(health.IsConnected, health.Obstacle, health.Silence, health.SnapshotAge, Drift.Look(), Reconciler!.IsClean);
    }

    private sealed class BrokerMarket(IBrokerLink link, IMarketData market, QuoteBook samples, CloseBook closes) : IMarketView
    {
        public Instrument? Instrument(string symbol)
        {
            try
            {
                return market.Resolve($"{link.Name}:{symbol}").Instrument;
            }
            catch (CapabilityException)
            {
                return null;
            }
        }

        public Quote? Quote(string symbol) => link.Quote(symbol);

        public QuoteSamples? Samples(string symbol) => samples.Of(symbol);

        public IReadOnlyList<DailyClose> DailyCloses(string symbol) => closes.Of(symbol);

        public BrokerSpec? Spec(string symbol) => link.Spec(symbol);
    }
}
