using System.Reflection;
using System.Text.Json;
using OpenTrading.Kernel.Approvals;
using OpenTrading.Kernel.Approvals.Proposals;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Notes;
using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Live.Books;
using OpenTrading.Kernel.Live.Operating;
using OpenTrading.Kernel.Live.Requests;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Risk.PropFirm;
using OpenTrading.Kernel.Risk.ValueAtRisk;
using OpenTrading.Kernel.Trades;
using OpenTrading.Risk.Approvals;
using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Links;
using OpenTrading.Risk.Losses;
using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Switches;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>
/// One life of a host whose terminal is a stub: an account at a broker under the rules that guard it, its capabilities behind a dispatcher, its journal on
/// disk. Another life goes on from the journal alone, at the same terminal.
/// </summary>
internal sealed class LiveBench : IDisposable
{
    private readonly JobTable _jobs = new(TimeProvider.System, 1);
    private readonly AuditJournal _journal;
    private readonly PaperBench _paper = new();
    private bool _isOver;

    public LiveBench(string folder, LinkStub? link = null, StepClock? clock = null, bool isEnabled = true, bool isFirst = true, bool connects = true, StopSlippage? slippage = null, decimal? capital = null)
    {
        (Link, Clock) = (link ?? new LinkStub(), clock ?? new StepClock());
        var past = new LiveHistory();
        Action<JournalRecord> read = Proposals.Apply;
        read += Timelines.Apply;
        read += Trades.Apply;
        read += record => Types.Add(record.Type);
        read += record => Bookings.AddRange(record.Type == "account.booking" ? [record.Payload.Clone()] : []);
        _journal = AuditJournal.Open(folder, Clock, past.Apply + read, follow: read);
        Kill = KillSwitch.Open(folder, _journal, Clock, isFirst, 0);
        Desks = new LiveDesks(
            new LiveSetup
            {
                Rules = Rules(),
                Risk = DeskBench.Settings with { StopSlippage = slippage ?? StopSlippage.None, InitialCapital = capital },
                Approval = new ApprovalSettings(TimeSpan.FromSeconds(120), OnDemo: false, AllowSelf: false),
                Approvers = Approvers,
                Kill = Kill,
                Journal = _journal,
                Market = Market,
                Wall = Clock,
                Instance = "test",
                IsEnabled = isEnabled,
            },
            past);
        if (connects)
        {
            Connect();
        }

        var paging = new Paging(TimeProvider.System);
        var decisions = new RiskDecisions(Clock);
        Desks.Follow(d => decisions.Follow(d.Orders!));
        var requests = new LiveRequests(Desks, decisions);
        var sending = new LiveSending(decisions, TimeSpan.FromSeconds(30), TimeProvider.System);
        Dispatcher = new CapabilityDispatcher(
            new CapabilityCatalog(),
            new AccessPolicy(new AccessMode(DataOnly: false, EnableLiveTools: true, EnableLiveOrder: true), caller => Approvers.Of(caller) is not null),
            new MemoryJournal(),
            TimeProvider.System,
            new CallLimits { ChangesPerSecond = 100_000 },
            _jobs);
        object[] rooms =
        [
            new LiveBookCapabilities(Desks, paging),
            new ProposalCapabilities(requests, Proposals, paging),
            new RequestCapabilities(requests, Proposals),
            new ExecutionCapabilities(Desks, Timelines),
            new ApprovalCapabilities(requests, sending, Proposals, paging),
            new OperatingCapabilities(Desks, sending),
            new VarCapabilities(_paper.Paper, Desks),
            new PropFirmCapabilities(_paper.Paper, NoTrades, Limits, DeskBench.Settings, Desks, Trades),
            new TradeCapabilities(NoTrades, new NoteBook(), Market, "EUR", Clock, Desks, Trades),
        ];
        Dispatcher.Catalog.Add([.. rooms.SelectMany(room => CapabilityDescriptor.Of(room, CapabilityDescriptor.Host))]);
    }

    public static Principal Analyst { get; } = new("client:a", Role.Analyst);

    public static Principal Ann { get; } = new("operator:ann", Role.Operator);

    public static Principal Bob { get; } = new("operator:bob", Role.Operator);

    public LinkStub Link { get; }

    public StepClock Clock { get; }

    public KillSwitch Kill { get; }

    public LiveDesks Desks { get; }

    public LiveDesk Desk => Desks.All.Single();

    public ProposalBook Proposals { get; } = new();

    public OrderTimelines Timelines { get; } = new();

    public LiveTrades Trades { get; } = new(new Dictionary<string, Instrument> { ["EURUSD"] = Scene.EurUsd });

    public MarketStub Market { get; } = new();

    public ApproversStub Approvers { get; } = new();

    public CapabilityDispatcher Dispatcher { get; }

    /// <summary>Types of all records, of earlier lives too.</summary>
    public List<string> Types { get; } = [];

    /// <summary>Payloads of bookings of money, of earlier lives too.</summary>
    public List<JsonElement> Bookings { get; } = [];

    /// <summary>Hands the terminal over and compares it once, as the host's watch does.</summary>
    public void Connect()
    {
        Take();
        Reconcile();
    }

    /// <summary>Hands the terminal over, which is not compared yet.</summary>
    public void Take() =>
        Desks.Take(Link, parts => new OrderRouter(Link, parts.Ledger, parts.Mints, parts.Kill, parts.Journal, parts.Clock, parts.Turn, parts.Deals, parts.Book));

    public IReadOnlyList<Order> Reconcile() => Desk.Reconciler!.RunAsync(null, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Calls a capability.</summary>
    /// <returns>The result, or the error.</returns>
    public JsonElement Call(string name, object arguments, Principal? caller = null, Surface surface = Surface.Rest)
    {
        CallOutcome outcome = Dispatcher.CallAsync(
            new CallRequest { Name = name, Caller = caller ?? Analyst, Surface = surface, Arguments = JsonSerializer.SerializeToElement(arguments) }, CancellationToken.None).GetAwaiter().GetResult();
        JsonElement body = JsonElement.Parse(outcome.Body.Span);
        return body.TryGetProperty("error", out JsonElement error) ? error : body;
    }

    /// <summary>Requests the purchase of 0.10 lots.</summary>
    public (string Id, string Hash) Request(string key = "k1", decimal lots = 0.10m)
    {
        JsonElement answer = Call("request_live_order", Buy(key, lots));
        return answer.TryGetProperty("requestId", out JsonElement id) ? (id.GetString()!, answer.GetProperty("orderHash").GetString()!) : throw new InvalidOperationException(answer.GetRawText());
    }

    public static object Buy(string key, decimal lots = 0.10m) => new
    {
        symbol = "EURUSD", side = "buy", lots, stopLoss = 1.08250m, takeProfit = 1.08950m, reason = "the trend holds", idempotencyKey = key,
    };

    public JsonElement Approve((string Id, string Hash) request, Principal? by = null, bool submit = true, int ttlS = 120) =>
        Call("create_approval", new { requestId = request.Id, orderHash = request.Hash, submit, ttlS }, by ?? Ann);

    public string StateOf(string requestId) => Call("get_execution_status", new { requestId }).GetProperty("state").GetString()!;

    public static string Code(JsonElement error) => error.TryGetProperty("code", out JsonElement code) ? code.GetString()! : $"no refusal: {error.GetRawText()}";

    public void Dispose()
    {
        if (!_isOver)
        {
            _isOver = true;
            _jobs.Dispose();
            _paper.Dispose();
            _journal.Dispose();
        }
    }

    private static TradeBook NoTrades { get; } = new(new Dictionary<string, Instrument>(), "EUR");

    private static RiskLimits Limits { get; } = new(
    [
        new RiskLimit("daily_loss_max", "frac", "0.1", "", "default"),
        new RiskLimit("daily_loss_max", "of", "reference", "", "default"),
        new RiskLimit("total_dd_trailing", "frac", "0.2", "", "default"),
    ]);

    private static BoundRule[] Rules() =>
    [
        Bind(new KillSwitchRule()),
        Bind(new TradingStateRule(TradingState.Active)),
        Bind(new AccountAllowlistRule([LinkStub.Account])),
        Bind(new TerminalPermissionRule()),
        Bind(new ReconciliationRule()),
        Bind(new StopSideRule()),
        Bind(new VolumeMinRule()),
        Bind(new StopRequiredRule()),
        Bind(new RiskPerTradeRule(0.05m)),
        Bind(new DailyLossRule(0.03m, LossBase.Reference)),
        Bind(new CloseGuardRule()),
        Bind(new ApprovalBoundRule()),
        Bind(new ApprovalDriftRule(20, 0.10m)),
        Bind(new DualApprovalRule(0.01m, null)),
    ];

    private static BoundRule Bind(IRiskRule rule) => new(rule.GetType().GetCustomAttribute<RiskRuleAttribute>()!, rule);
}
