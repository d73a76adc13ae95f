using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Index;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Paper.Books;
using OpenTrading.Kernel.Paper.Cycles;
using OpenTrading.Kernel.Paper.Ordering;
using OpenTrading.Kernel.Paper.Performance;
using OpenTrading.Kernel.Paper.Resets;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Risk.PropFirm;
using OpenTrading.Kernel.Risk.ValueAtRisk;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Signals.Records;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>
/// One life of a paper account with its journal on disk: 10,000 USD, hourly EURUSD with a spread of 10 points, the built-in rules, a session without
/// strategies. Another life goes on from the journal alone, once it has seen the bars of the one before.
/// </summary>
internal sealed class PaperHome : IDisposable
{
    private readonly AuditJournal _journal;
    private readonly JobTable _jobs = new(TimeProvider.System, 1);
    private readonly Session _session;
    private readonly List<Bar> _bars;
    private DateTime _next = Scene.Now;

    public PaperHome(string folder, PaperHome? before = null, params NamedStrategy[] strategies)
    {
        var past = new JournaledAccount();
        Trades = new TradeBook(new Dictionary<string, Instrument> { ["EURUSD"] = Scene.EurUsd }, "USD");
        Action<JournalRecord> read = Trades.Apply;
        read += Exits.Apply;
        read += Books.Apply;
        var index = new JournalIndex(folder);
        var signals = new SignalBook();
        read += index.Apply;
        read += signals.Apply;
        _journal = AuditJournal.Open(folder, Wall, past.Apply + read, follow: read);
        Kill = KillSwitch.Open(folder, _journal, Wall, before is null, 0);
        _journal.Append("host", "host.started", new JournalPayload { ["instance"] = "test" }, Durability.Durable);
        _bars = before?._bars ?? [];
        _next = before?._next ?? Scene.Now;
        var clock = new SessionClock(_next);
        var broker = new SimulatedBroker(
            new AccountOptions { InitialCash = 10_000m, Mode = AccountMode.Hedging, Leverage = 100, MoneyRounding = MoneyRounding.Currency },
            new MatchingOptions(),
            new InstrumentSetup { Instrument = Scene.EurUsd, Spread = new FixedSpread(10), BarLength = TimeSpan.FromHours(1) },
            "test",
            clock,
            past.ToEngineState([Scene.EurUsd], 10_000m));
        Desk = new TradingDesk(
            broker, new Dictionary<string, Instrument> { ["EURUSD"] = Scene.EurUsd }, PaperBench.Rules(), DeskBench.Settings, Kill, _journal, clock, past, "test");
        Desk.Orders.TakeUp(past.Orders.All);
        _session = new Session(new SessionSetup
        {
            Instrument = Scene.EurUsd,
            Timeframe = Timeframe.H1,
            Strategies = strategies,
            Voting = new MajorityVoting(),
            Sizer = new FixedLots(0.10m),
            Desk = Desk.Orders,
            Broker = broker,
            Market = broker,
            Exits = new ExitDesk(Exits, broker, Desk.Orders),
            Clock = clock,
            Journal = _journal,
        });
        foreach (Bar bar in _bars)
        {
            _session.Warm(bar);
        }

        var paper = new PaperDesk(Desk, new Mailbox(), Market, new MarketSymbol(Scene.EurUsd, "test"), Timeframe.H1);
        var decisions = new RiskDecisions(Desk.Orders, Wall);
        var orders = new PaperOrders(paper, decisions, TimeSpan.Zero, Wall);
        var limits = new RiskLimits([new RiskLimit("daily_loss_max", "frac", "0.1", "", "default"), new RiskLimit("daily_loss_max", "of", "reference", "", "default")]);
        var paging = new Paging(Wall);
        Dispatcher = new CapabilityDispatcher(
            new CapabilityCatalog(), new AccessPolicy(new AccessMode(DataOnly: false), _ => true), new MemoryJournal(), TimeProvider.System, new CallLimits { ChangesPerSecond = 10_000 }, _jobs);
        object[] rooms =
        [
            new BookCapabilities(paper, Books, Trades, Exits, paging),
            new PlaceCapabilities(paper, orders, _journal),
            new ChangeCapabilities(paper, orders, Exits, Trades, _journal),
            new CloseCapabilities(paper, orders, Trades),
            new VarCapabilities(paper),
            new PropFirmCapabilities(paper, Trades, limits, DeskBench.Settings),
            new EdgeCapabilities(paper, Trades, id => Backtested.GetValueOrDefault(id)),
            new DailyCapabilities(paper, Trades, limits, BrokerDay.Utc),
            new ResetCapabilities(paper, Books, Trades, _journal),
            new CycleCapabilities(paper, orders, decisions, Strategies, new SignalDesk(_journal, index, signals, Market), Lists, new FixedLots(0.10m), _journal),
        ];
        Dispatcher.Catalog.Add([.. rooms.SelectMany(room => CapabilityDescriptor.Of(room, CapabilityDescriptor.Host))]);
        if (before is null)
        {
            Bar(1.08490);
        }
    }

    public TestClock Wall { get; } = new() { Now = Scene.Now };

    public MarketStub Market { get; } = new();

    public KillSwitch Kill { get; }

    public TradingDesk Desk { get; }

    public TradeBook Trades { get; }

    public ExitBook Exits { get; } = new();

    public PaperBooks Books { get; } = new();

    public CapabilityDispatcher Dispatcher { get; }

    /// <summary>Results of backtests by strategy.</summary>
    public Dictionary<string, double[]> Backtested { get; } = [];

    /// <summary>Strategies that can be asked.</summary>
    public StrategyShelf Strategies { get; } = new();

    /// <summary>The watchlist <c>main</c>.</summary>
    public MainList Lists { get; } = new();

    /// <summary>The only open position.</summary>
    public Position Position => Assert.Single(Desk.Broker.Positions);

    /// <summary>Runs bars that open, trade and close at a price each.</summary>
    public PaperHome Bar(params double[] prices)
    {
        foreach (double price in prices)
        {
            var bar = new Bar(_next, price, price, price, price);
            _bars.Add(bar);
            _next += TimeSpan.FromHours(1);
            Market.Now = _next;
            _session.OnBar(bar);
        }

        return this;
    }

    /// <summary>Calls a capability as an analyst.</summary>
    /// <returns>The result, or the error.</returns>
    public JsonElement Call(string name, string arguments = "{}")
    {
        var request = new CallRequest { Name = name, Caller = PaperBench.Analyst, Surface = Surface.Rest, Arguments = JsonElement.Parse(arguments) };
        JsonElement body = JsonElement.Parse(Dispatcher.CallAsync(request, CancellationToken.None).GetAwaiter().GetResult().Body.Span);
        return body.TryGetProperty("error", out JsonElement error) ? error : body;
    }

    /// <summary>Places 0.10 lots long at the market with a stop 250 points below the ask of 1.08500.</summary>
    public JsonElement Buy(string more = "") => Call("paper_place_order", $$"""{"symbol":"EURUSD","side":"buy","lots":0.1,"stopLoss":1.0825{{more}}}""");

    public void Dispose()
    {
        _journal.Dispose();
        _jobs.Dispose();
    }
}
