using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>A session on hourly EURUSD bars with a spread of 10 points, 0.10 lots a trade, against the simulated account.</summary>
internal sealed class SessionBench
{
    private DateTime _next = Scene.Now;

    public SessionBench(AccountMode mode, params (string Id, Action<StrategyContext, long> OnBar)[] strategies)
        : this(mode, null, [.. strategies.Select(s => ScriptedStrategy.Named(s.Id, s.OnBar))])
    {
    }

    public SessionBench(AccountMode mode, WatchedThread? watch, params NamedStrategy[] strategies)
        : this(mode, watch, new MajorityVoting(), static broker => broker, strategies)
    {
    }

    public SessionBench(
        AccountMode mode, WatchedThread? watch, IVotingMethod voting, Func<IBrokerView, IBrokerView> view, params NamedStrategy[] strategies)
        : this(mode, watch, voting, view, new FixedLots(0.10m), strategies)
    {
    }

    public SessionBench(ISizer sizer, params NamedStrategy[] strategies)
        : this(AccountMode.Hedging, null, new MajorityVoting(), static broker => broker, sizer, strategies)
    {
    }

    private SessionBench(
        AccountMode mode, WatchedThread? watch, IVotingMethod voting, Func<IBrokerView, IBrokerView> view, ISizer sizer, NamedStrategy[] strategies)
    {
        var clock = new SessionClock(Scene.Now);
        Broker = new SimulatedBroker(
            new AccountOptions { InitialCash = 10_000m, Mode = mode },
            new MatchingOptions(),
            new InstrumentSetup { Instrument = Scene.EurUsd, Spread = new FixedSpread(10), BarLength = TimeSpan.FromHours(1) },
            "test",
            clock);
        Broker.Filled += fill => Fills.Add(fill);
        var desk = new TradingDesk(
            Broker,
            new Dictionary<string, Instrument> { ["EURUSD"] = Scene.EurUsd },
            [RuleStub.Passing.Bind()],
            DeskBench.Settings,
            new KillStub(),
            Journal,
            clock);
        Session = new Session(new SessionSetup
        {
            Instrument = Scene.EurUsd,
            Timeframe = Timeframe.H1,
            Strategies = strategies,
            Voting = voting,
            Sizer = sizer,
            Desk = desk.Orders,
            Broker = view(Broker),
            Market = Broker,
            Clock = clock,
            Journal = Journal,
            Watch = watch,
        });
        Session.Ordered += Orders.Add;
        Session.Skipped += Skipped.Add;
        Session.Decided += Decisions.Add;
        Session.Disabled += Disabled.Add;
    }

    public Session Session { get; }

    public MemoryJournal Journal { get; } = new();

    public SimulatedBroker Broker { get; }

    public List<SimulatedFill> Fills { get; } = [];

    public List<Order> Orders { get; } = [];

    public List<string> Skipped { get; } = [];

    public List<Decision> Decisions { get; } = [];

    public List<StrategyFault> Disabled { get; } = [];

    /// <summary>Lets the strategies see flat bars of the past, one an hour.</summary>
    public SessionBench Warm(params double[] prices) => Each(prices, bar => Session.Warm(bar));

    /// <summary>Runs flat bars, one an hour: each opens, trades and closes at its price.</summary>
    public SessionBench Run(params double[] prices) => Each(prices, bar => Session.OnBar(bar));

    private SessionBench Each(double[] prices, Action<Bar> take)
    {
        foreach (double price in prices)
        {
            take(new Bar(_next, price, price, price, price));
            _next += TimeSpan.FromHours(1);
        }

        return this;
    }
}
