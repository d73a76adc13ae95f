using System.Globalization;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.Replays;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;
using OpenTrading.Simulation.Accounts;

namespace OpenTrading.Host.Running;

/// <summary>A replay from request to report folder. Its name is a hash of everything that decides its result: the same run, the same folder, the same bytes.</summary>
internal sealed class ReplayRun(HostConfiguration configuration, HomeFolder home)
{
    private const int AuditAttempts = 100;
    private static readonly TimeSpan AuditPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs it.</summary>
    public async Task<ReplayOutcome> ExecuteAsync(ReplayRequest request, Func<int, Func<IProgress<int>?, ReplayResult>, ReplayResult> underProgress, CancellationToken cancellationToken)
    {
        using PluginSet set = HostPlugins.Load(ref configuration, home, TimeProvider.System, new PluginNeeds(request.Strategies, files: false));
        PluginCatalog plugins = set.Catalog;
        var store = new SeriesStore(home.Store);
        var key = new SeriesKey(request.Symbol, request.Timeframe);
        Instrument instrument = Instrument(request.Symbol);
        var read = StoredBars.Read(store, key, request.From, request.To, configuration.BrokerDay);
        (StoredSeries stored, BarSeries bars) = read;
        string votingName = request.Voting ?? configuration.Run.Voting;
        IVotingMethod voting = VotingMethods.Find(votingName)
            ?? throw new FormatException($"voting '{votingName}' is unknown; write one of {string.Join(", ", VotingMethods.All.Select(m => m.Name))}.");
        string size = request.Size ?? configuration.Run.Size;
        IReadOnlyList<NamedStrategy> strategies = new StrategyPicker(plugins, configuration).Pick(request.Strategies, request.Sets, out JournalArray picked);
        AccountOptions account = AccountTerms.Account(configuration, request.Cash);
        if (bars.Count == 0)
        {
            throw new DataException(key.ToString(), $"no bar lies {Span(request)}", Text($"It holds {stored.From:yyyy-MM-dd} to {stored.To:yyyy-MM-dd}."));
        }

        JournalPayload description = Describe(read, picked, votingName, size, account);
        string name = $"replay-{request.Symbol}-{request.Timeframe}-{CanonicalHash.Of("opentrading:replay:v1", description)[..12]}";
        using var folder = new ReportFolder(Path.Combine(home.Reports, name));
        var clock = new SessionClock(bars[0].Time);
        string path = Path.Combine(folder.Path, "journal.jsonl");
        using ReplayJournal journal = ReplayJournal.Create(path, clock);
        var replay = new Replay(new ReplaySetup
        {
            Bars = bars,
            Instrument = AccountTerms.Setup(configuration, instrument, request.Timeframe, store),
            Instruments = configuration.Instruments,
            Strategies = strategies,
            Voting = voting,
            Sizer = SizerSpec.Parse(size),
            Account = account,
            Rules = configuration.Rules,
            Risk = configuration.Risk,
            Clock = clock,
            Journal = journal,
            Description = description,
        });
        ReplayResult result = underProgress(bars.Count, progress => new ReplayWatch(ReplayWatch.UsualLimit).Run(replay, progress, cancellationToken));
        string sha256 = journal.Complete();
        await RecordAsync(name, sha256, cancellationToken).ConfigureAwait(false);
        return new ReplayOutcome(name, path, sha256, read, account, request.Strategies, votingName, size, result, plugins.Faults);
    }

    private static string Span(ReplayRequest request) => (request.From, request.To) switch
    {
        ({ } from, null) => Text($"from {from:yyyy-MM-dd HH:mm} on"),
        (null, { } to) => Text($"before {to:yyyy-MM-dd HH:mm}"),
        ({ } from, { } to) => Text($"from {from:yyyy-MM-dd HH:mm} to before {to:yyyy-MM-dd HH:mm}"),
        _ => "in it",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private Instrument Instrument(string symbol) => configuration.Instruments.GetValueOrDefault(symbol)
        ?? throw new DataException(
            symbol,
            "the instrument is unknown",
            Suggestion.Nearest(symbol, configuration.Instruments.Keys) is { } guess ? $"Did you mean {guess}?" : $"Add [{symbol}] to {configuration.Market.Instruments}.");

    // The home's audit journal remembers which journal a replay wrote; while a host holds it, the host writes the line.
    private async Task RecordAsync(string name, string sha256, CancellationToken cancellationToken)
    {
        if (HostLock.IsHeld(home))
        {
            if (await ControlChannel.AskAsync(home, $"{ControlChannel.Replay} {name} {sha256}", cancellationToken).ConfigureAwait(false) is null)
            {
                throw new HomeException($"{home.Root}: the host of this home, process {HostLock.Holder(home)}, does not answer, so its audit journal lacks {name}; end that process and run the replay again.");
            }

            return;
        }

        using AuditJournal audit = await OpenAuditAsync(cancellationToken).ConfigureAwait(false);
        audit.Append("host", "replay.recorded", Recorded(name, sha256), Durability.Durable);
    }

    // Replays that run side by side end at the same moment; each needs the journal for one line only, so the others wait for it.
    private async Task<AuditJournal> OpenAuditAsync(CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return AuditJournal.Open(home.Audit, TimeProvider.System);
            }
            catch (JournalException e) when (attempt < AuditAttempts && e.InnerException is IOException held && SharingViolation.Is(held))
            {
                await Task.Delay(AuditPause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The audit line of a finished replay.</summary>
    public static JournalPayload Recorded(string name, string sha256) => new() { ["run"] = name, ["sha256"] = sha256 };

    private JournalPayload Describe(StoredBars read, JournalArray strategies, string voting, string size, AccountOptions account) => new()
    {
        ["version"] = HostVersion.Text,
        ["symbol"] = read.Stored.Key.Symbol,
        ["timeframe"] = read.Bars.Timeframe.ToString(),
        ["aggregatedFrom"] = read.AggregatedFrom?.ToString(),
        ["source"] = read.Stored.Key.Source,
        ["bars"] = read.Bars.Count,
        ["from"] = read.Bars[0].Time,
        ["to"] = read.Bars[read.Bars.Count - 1].Time,
        ["files"] = JournalArray.From(read.Stored.Files, f => new JournalPayload { ["name"] = f.Name, ["sha256"] = f.Sha256 }),
        ["strategies"] = strategies,
        ["voting"] = voting,
        ["size"] = size,
        ["cash"] = account.InitialCash,
        ["currency"] = account.Currency,
        ["mode"] = account.Mode.ToString(),
        ["spreadPoints"] = configuration.Accounts.SpreadPoints?.ToString(CultureInfo.InvariantCulture) ?? "recorded",
        ["slippagePoints"] = configuration.Accounts.SlippagePoints,
        ["configHash"] = configuration.Risk.ConfigHash,
    };
}
