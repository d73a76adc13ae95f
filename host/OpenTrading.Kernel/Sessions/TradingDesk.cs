using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Risk.Monitors;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Sessions;

/// <summary>The simulated account with everything around it: broker, ledger, gate, router, order desk. Replay and paper put a session on top.</summary>
public sealed class TradingDesk
{
    private readonly SessionClock _clock;
    private readonly QuoteBook _samples = new();

    /// <summary>Wires an account.</summary>
    /// <param name="broker">The simulated broker.</param>
    /// <param name="instruments">Known instruments by symbol.</param>
    /// <param name="rules">Rules of the gate.</param>
    /// <param name="settings">What the gate's surroundings need.</param>
    /// <param name="kill">The kill switch.</param>
    /// <param name="journal">The record.</param>
    /// <param name="clock">Time of the session.</param>
    /// <param name="past">What an earlier run left; null on a first start and in replays.</param>
    /// <param name="instance">4 characters [0-9a-z] that start every client order id.</param>
    /// <param name="reported">An instrument with what its source reports of it now; null takes it as it is known.</param>
    /// <param name="closes">Closes of past days by symbol, oldest first; null where none are known, as in a replay of one instrument.</param>
    /// <param name="samples">Quotes of the past seconds by symbol; null keeps those of the ticks that <see cref="OnTick"/> takes.</param>
    public TradingDesk(
        SimulatedBroker broker,
        IReadOnlyDictionary<string, Instrument> instruments,
        IReadOnlyList<BoundRule> rules,
        RiskSettings settings,
        IKillLevel kill,
        IJournal journal,
        SessionClock clock,
        JournaledAccount? past = null,
        string instance = "sim0",
        Func<Instrument, Instrument>? reported = null,
        Func<string, IReadOnlyList<DailyClose>>? closes = null,
        Func<string, QuoteSamples?>? samples = null)
    {
        _clock = clock;
        var mints = new MintLedger();
        Broker = broker;
        Gate = new RiskGate(rules, mints);
        Ledger = new OrderLedger(journal, new ClientOrderIds(instance), past?.Orders);
        State = new AccountState(journal, settings, kill, Ledger);
        State.FollowsEquity = Gate.FollowsEquity;
        if (past is not null)
        {
            State.Restore(past.InitialCapital, past.Day, past.Trading);
        }

        Router = new OrderRouter(broker, Ledger, mints, kill, journal, clock);
        BreakerWatch.Follow(Router, Ledger, State, Gate, kill, clock);
        Market = new SimulatedMarket(broker, instruments, reported, samples ?? _samples.Of, closes);
        Orders = new OrderDesk(broker, Market, Gate, Ledger, Router, State, settings, clock);
    }

    /// <summary>The account.</summary>
    public SimulatedBroker Broker { get; }

    /// <summary>Instruments and quotes it is traded on.</summary>
    public IMarketView Market { get; }

    /// <summary>What stands before every order.</summary>
    public RiskGate Gate { get; }

    /// <summary>Its orders.</summary>
    public OrderLedger Ledger { get; }

    /// <summary>Its risk state.</summary>
    public AccountState State { get; }

    /// <summary>Where results come back.</summary>
    public OrderRouter Router { get; }

    /// <summary>Where orders go.</summary>
    public OrderDesk Orders { get; }

    /// <summary>Takes a tick of an instrument that is filled by ticks: time passes up to it, then it fills what it fills.</summary>
    public void OnTick(Instrument instrument, in Tick tick)
    {
        _clock.MoveTo(tick.Time);
        Orders.Advance(tick.Time);
        Broker.OnTick(instrument, tick);
        if (Broker.Quote(instrument.Symbol) is { } quote)
        {
            _samples.Add(quote);
        }
    }

    private sealed class SimulatedMarket(
        SimulatedBroker broker, IReadOnlyDictionary<string, Instrument> instruments, Func<Instrument, Instrument>? reported, Func<string, QuoteSamples?> samples, Func<string, IReadOnlyList<DailyClose>>? closes) : IMarketView
    {
        public Instrument? Instrument(string symbol) =>
            instruments.GetValueOrDefault(symbol) is { } known ? reported?.Invoke(known) ?? known : null;

        public Quote? Quote(string symbol) => broker.Quote(symbol);

        public QuoteSamples? Samples(string symbol) => samples(symbol);

        public IReadOnlyList<DailyClose> DailyCloses(string symbol) => closes?.Invoke(symbol) ?? [];
    }
}
