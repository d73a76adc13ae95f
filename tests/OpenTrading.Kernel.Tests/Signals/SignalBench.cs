using System.Reflection;
using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Index;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Signals.Evaluation;
using OpenTrading.Kernel.Signals.History;
using OpenTrading.Kernel.Signals.Records;
using OpenTrading.Kernel.Signals.Strategies;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Tests.Signals;

/// <summary>The signals room over two days of hourly EURUSD bars, with a real journal and strategies of the tests.</summary>
internal sealed class SignalBench : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly MarketBench _market = new MarketBench().WithHours();
    private readonly List<StrategyOffer> _offers = [];
    private AuditJournal _journal;
    private CapabilityBench _capabilities;

    public SignalBench(params Type[] strategies)
    {
        _offers.AddRange(strategies.Select(t => Offer(t)));
        (_journal, _capabilities) = Open();
    }

    public SignalBook Book { get; private set; } = new();

    public SignalDesk Desk { get; private set; } = null!;

    public MarketBench Market => _market;

    /// <summary>Failures that the strategies were reported with.</summary>
    public List<(string Why, bool NeedsRestart)> Failures { get; } = [];

    public JsonElement Call(string name, string arguments = "{}") => _capabilities.Call(name, arguments);

    public string Refusal(string name, string arguments) => _capabilities.Refusal(name, arguments);

    /// <summary>Number of records of signals in the journal.</summary>
    public int Recorded { get; private set; }

    /// <summary>Goes on as a host does that was started again.</summary>
    public void Restart()
    {
        _capabilities.Dispose();
        _journal.Dispose();
        (Book, Recorded) = (new SignalBook(), 0);
        (_journal, _capabilities) = Open();
    }

    public void Disable(string id, string why)
    {
        int at = _offers.FindIndex(o => o.Id == id);
        _offers[at] = Offer(_offers[at].Parameters, _offers[at].Declaration, why);
    }

    public void Dispose()
    {
        _capabilities.Dispose();
        _journal.Dispose();
        _folder.Dispose();
        _market.Dispose();
    }

    private (AuditJournal Journal, CapabilityBench Capabilities) Open()
    {
        var index = new JournalIndex(_folder.Root);
        void Follow(JournalRecord record)
        {
            index.Apply(record);
            Book.Apply(record);
            Recorded += record.Type == "signal.recorded" ? 1 : 0;
        }

        AuditJournal journal = AuditJournal.Open(_folder.Root, _folder.Clock, Follow, follow: Follow);
        Desk = new SignalDesk(journal, index, Book, _market.Market);
        var shelf = new Shelf(_offers);
        return (journal, new CapabilityBench(
            new StrategyCapabilities(shelf),
            new SignalCapabilities(_market.Market, BrokerDay.NewYorkClose, shelf, Desk, new RiskLimits([new RiskLimit("min_signal_confidence", "value", "0.5", "", "default")])),
            new SignalHistoryCapabilities(_market.Market, Desk, new Paging(TimeProvider.System)),
            new EvaluationCapabilities(_market.Market, Desk)));
    }

    private StrategyOffer Offer(Type type) => Offer(ParameterList.Of(type), type.GetCustomAttribute<StrategyAttribute>()!, null);

    private StrategyOffer Offer(ParameterList parameters, StrategyAttribute declaration, string? disabled) => new()
    {
        Id = declaration.Id,
        Declaration = declaration,
        Parameters = parameters,
        Kind = StrategyKind.Rule,
        PluginId = "Tests",
        Version = "1.2.3",
        Sha256 = new string('a', 64),
        Disabled = disabled,
        Configured = declaration.Id == "hourly" ? new Dictionary<string, string> { ["stop_points"] = "100" } : new Dictionary<string, string>(),
        Failed = (why, needsRestart) => Failures.Add((why, needsRestart)),
    };

    private sealed class Shelf(List<StrategyOffer> offers) : IStrategyCatalog
    {
        public IReadOnlyList<StrategyOffer> All => offers;

        public IReadOnlyList<string> Voting => [.. offers.Select(o => o.Id)];

        public StrategyOffer Require(string id) =>
            offers.Find(o => o.Id == id) is not { } offer ? throw new CapabilityException(ErrorCode.NotFound, $"There is no strategy '{id}'", "See list_strategies.")
            : offer.Disabled is { } why ? throw new CapabilityException(ErrorCode.PluginError, $"strategy {id} is disabled: {why}", "Mend it.")
            : offer;
    }
}
