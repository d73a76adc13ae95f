using System.Reflection;
using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Losses;
using OpenTrading.Risk.Market;
using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Switches;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>
/// The paper account of a host with the built-in rules at their paper defaults, its capabilities behind a dispatcher: 10,000 USD, leverage 100,
/// hourly EURUSD with a spread of 10 points, one flat bar at 1.08490 seen.
/// </summary>
internal sealed class PaperBench : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly JobTable _jobs = new(TimeProvider.System, 1);
    private DateTime _next = Scene.Now;

    public PaperBench(AccountMode mode = AccountMode.Hedging, Instrument? instrument = null, AccessMode? access = null)
    {
        Instrument = instrument ?? Scene.EurUsd;
        Clock = new SessionClock(Scene.Now);
        Kill = KillSwitch.Open(_folder.Root, Journal, Wall, isFirstStart: true, initialLevel: 0);
        var broker = new SimulatedBroker(
            new AccountOptions { InitialCash = 10_000m, Mode = mode, Leverage = 100, MoneyRounding = MoneyRounding.Currency },
            new MatchingOptions(),
            new InstrumentSetup { Instrument = Instrument, Spread = new FixedSpread(10), BarLength = TimeSpan.FromHours(1) },
            "test",
            Clock);
        Desk = new TradingDesk(broker, new Dictionary<string, Instrument> { [Instrument.Symbol] = Instrument }, Rules(), DeskBench.Settings, Kill, Journal, Clock);
        Mode = access ?? new AccessMode(DataOnly: false);
        Paper = new PaperDesk(Desk, Turn, Market, new Sdk.Data.MarketSymbol(Instrument, "test"), Timeframe.H1);
        Decisions = new RiskDecisions(Desk.Orders, Wall);
        Dispatcher = new CapabilityDispatcher(new CapabilityCatalog(), new AccessPolicy(Mode, _ => true), new MemoryJournal(), TimeProvider.System, new CallLimits(), _jobs);
        Dispatcher.Catalog.Add([.. Rooms().SelectMany(room => CapabilityDescriptor.Of(room, CapabilityDescriptor.Host))]);
        Bar(1.08490);
    }

    public static Principal Analyst { get; } = new("client:a", Role.Analyst);

    public static Principal Operator { get; } = new("operator:o", Role.Operator);

    /// <summary>Whether operators have entered their passphrase a moment ago.</summary>
    public bool HasSteppedUp { get; set; } = true;

    public Instrument Instrument { get; }

    public MemoryJournal Journal { get; } = new();

    public TestClock Wall { get; } = new() { Now = Scene.Now };

    public SessionClock Clock { get; }

    public MarketStub Market { get; } = new();

    public KillSwitch Kill { get; }

    public Mailbox Turn { get; } = new();

    public TradingDesk Desk { get; }

    public AccessMode Mode { get; }

    public PaperDesk Paper { get; }

    public RiskDecisions Decisions { get; }

    public CapabilityDispatcher Dispatcher { get; }

    /// <summary>Runs a bar that opens, trades and closes at a price, or between two more.</summary>
    public void Bar(double price, double? high = null, double? low = null)
    {
        Clock.MoveTo(_next);
        Desk.Orders.Advance(_next);
        Desk.Broker.OnBar(Instrument, new Bar(_next, price, high ?? price, low ?? price, price));
        _next += TimeSpan.FromHours(1);
        Clock.MoveTo(_next);
        Market.Now = _next;
    }

    /// <summary>Lays the drop file.</summary>
    public void Drop(string content) => File.WriteAllText(_folder["KILL"], content);

    /// <summary>Calls a capability as an analyst over REST.</summary>
    public JsonElement Call(string name, string arguments = "{}") => Call(name, arguments, Analyst);

    /// <summary>Calls a capability.</summary>
    /// <returns>The result, or the error body.</returns>
    public JsonElement Call(string name, string arguments, Principal caller)
    {
        JsonElement body = JsonElement.Parse(Outcome(name, arguments, caller).Body.Span);
        return body.TryGetProperty("error", out JsonElement error) ? error : body;
    }

    public CallOutcome Outcome(string name, string arguments, Principal? caller = null) => Dispatcher.CallAsync(
        new CallRequest { Name = name, Caller = caller ?? Analyst, Surface = Surface.Rest, Arguments = JsonElement.Parse(arguments) }, CancellationToken.None).GetAwaiter().GetResult();

    public void Dispose()
    {
        _jobs.Dispose();
        _folder.Dispose();
    }

    private IEnumerable<object> Rooms()
    {
        var limits = new RiskLimits(
        [
            new RiskLimit("risk_per_trade_max", "frac", "0.05", "fraction of the risk base", "default"),
            new RiskLimit("max_positions", "n", "10", "positions", "default"),
            new RiskLimit("daily_loss_max", "frac", "0.1", "fraction of the day's reference", "config/paper.toml:7"),
            new RiskLimit("symbol_allowlist", "symbols", "EURUSD, USDJPY", "exact symbol names", "config/paper.toml:9"),
            new RiskLimit("min_signal_confidence", "value", "0.42", "smallest confidence, 0 to 1", "default"),
        ]);
        yield return new CheckCapabilities(Paper, Decisions);
        yield return new LimitCapabilities(Paper, limits);
        yield return new SizingCapabilities(Paper);
        yield return new ExposureCapabilities(Paper);
        yield return new RuinCapabilities();
        yield return new SwitchCapabilities(Paper, () => [SwitchedAccount.Of(Desk, Turn)], Kill, _ => HasSteppedUp, Wall);
        yield return new TradingStateCapabilities(Paper, Kill, limits, Mode, () => new OperatorSessionState(false, null));
    }

    internal static BoundRule[] Rules() =>
    [
        Bind(new KillSwitchRule()),
        Bind(new TradingStateRule(TradingState.Active)),
        Bind(new AccountAllowlistRule(["paper@sim"])),
        Bind(new EnvironmentLockRule(TradingEnvironment.Paper, false)),
        Bind(new SymbolAllowlistRule(["EURUSD", "USDJPY"])),
        Bind(new QuoteAgeRule(3000)),
        Bind(new StopSideRule()),
        Bind(new VolumeMinRule()),
        Bind(new VolumeStepRule()),
        Bind(new VolumeMaxRule()),
        Bind(new StopRequiredRule()),
        Bind(new SpreadRule(3, null)),
        Bind(new RewardRiskRule(0.7m, false)),
        Bind(new SignalConfidenceRule(0.42m, false)),
        Bind(new RiskPerTradeRule(0.05m)),
        Bind(new MaxPositionsRule(10)),
        Bind(new MaxPositionsPerSymbolRule(2)),
        Bind(new DailyReferenceRule("Etc/UTC", "00:00", DayReferenceKind.Max)),
        Bind(new DailyLossRule(0.10m, LossBase.Reference)),
    ];

    private static BoundRule Bind(IRiskRule rule) => new(rule.GetType().GetCustomAttribute<RiskRuleAttribute>()!, rule);
}
