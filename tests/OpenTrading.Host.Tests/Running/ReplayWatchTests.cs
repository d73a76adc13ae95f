using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Replays;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Host.Tests.Running;

public sealed class ReplayWatchTests : IDisposable
{
    private const int Bars = 50;

    private static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    private static readonly Instrument EurUsd = new() { Symbol = "EURUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD" };

    private readonly DirectoryInfo _reports = Directory.CreateTempSubdirectory();
    private readonly ManualResetEventSlim _release = new();

    // The event stays: a thread that was left behind may still be looking at it.
    public void Dispose()
    {
        _release.Set();
        _reports.Delete(recursive: true);
    }

    [Fact]
    public void Run_Sound_IsTheRunWithoutAWatch()
    {
        using ReplayJournal plain = Journal(), watched = Journal();
        ReplayResult expected = Prepare(plain, Trade).Run(null, CancellationToken.None);

        ReplayResult result = new ReplayWatch(Ample).Run(Prepare(watched, Trade), null, CancellationToken.None);

        Assert.NotEqual(0, expected.Fills);
        Assert.Equal((expected.OrderListHash, expected.FinalEquity, Bars), (result.OrderListHash, result.FinalEquity, result.Bars));
        Assert.Equal(plain.Complete(), watched.Complete());
    }

    [Fact]
    public void Run_StrategyHangs_EndsWithALineThatNamesItAndTheBar()
    {
        using ReplayJournal journal = Journal();

        PluginException ended = Assert.Throws<PluginException>(() => new ReplayWatch(Short).Run(Prepare(journal, OnBar(30, _ => _release.Wait())), null, CancellationToken.None));

        Assert.Equal("strategy bad did not return within 0.4 s on the bar of 2024-01-09 06:00 UTC; mend it or leave it out. There is no report of this run.", ended.Message);
    }

    [Fact]
    public void Run_RuleHangs_EndsWithALineThatNamesIt()
    {
        using ReplayJournal journal = Journal();
        var rule = new Rule(() => _release.Wait());

        PluginException ended = Assert.Throws<PluginException>(() => new ReplayWatch(Short).Run(Prepare(journal, Trade, rule), null, CancellationToken.None));

        Assert.StartsWith("risk rule night_rest did not return within 0.4 s on the bar of 2024-01-08 00:00 UTC;", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_StrategyCanBeInterrupted_ItsLoopIsStopped()
    {
        using ReplayJournal journal = Journal();
        using var stopped = new ManualResetEventSlim();
        Replay replay = Prepare(
            journal,
            OnBar(3, _ =>
            {
                _release.Wait();
                stopped.Set();
            }),
            interrupt: _release.Set);

        Assert.Throws<PluginException>(() => new ReplayWatch(Short).Run(replay, null, CancellationToken.None));

        Assert.True(stopped.Wait(Ample));
    }

    [Fact]
    public void Run_EveryCallInTime_IsNotGivenUpHoweverLongItTakes()
    {
        using ReplayJournal journal = Journal();

        ReplayResult result = new ReplayWatch(Short).Run(Prepare(journal, (_, _) => _release.Wait(Short / 20)), null, CancellationToken.None);

        Assert.Equal(Bars, result.Bars);
    }

    [Fact]
    public void Run_TheHostItselfIsSlow_AccusesNobody()
    {
        using ReplayJournal journal = Journal();

        ReplayResult result = new ReplayWatch(Short).Run(Prepare(journal, Trade), new SlowProgress(() => _release.Wait(Short * 1.5)), CancellationToken.None);

        Assert.Equal(Bars, result.Bars);
    }

    [Fact]
    public void Run_CancelledInACallThatHangs_EndsLongBeforeTheLimit()
    {
        using ReplayJournal journal = Journal();
        using var cancel = new CancellationTokenSource();
        Replay replay = Prepare(journal, OnBar(3, _ =>
        {
            cancel.Cancel();
            _release.Wait();
        }));

        Assert.Throws<OperationCanceledException>(() => new ReplayWatch(TimeSpan.FromSeconds(4)).Run(replay, null, cancel.Token));
    }

    [Fact]
    public void Run_Throws_ThrowsToTheCaller()
    {
        using ReplayJournal journal = Journal();
        journal.Complete();

        Assert.Throws<ObjectDisposedException>(() => new ReplayWatch(Ample).Run(Prepare(journal, Trade), null, CancellationToken.None));
    }

    [Fact]
    public void ReportFolder_RunThatHangs_LeavesNothing()
    {
        string path = Path.Combine(_reports.FullName, "replay-1");

        Assert.Throws<PluginException>(() =>
        {
            using var folder = new ReportFolder(path);
            using ReplayJournal journal = ReplayJournal.Create(Path.Combine(folder.Path, "journal.jsonl"), TimeProvider.System);
            new ReplayWatch(Short).Run(Prepare(journal, OnBar(1, _ => _release.Wait())), null, CancellationToken.None);
        });

        Assert.Empty(Directory.EnumerateFileSystemEntries(_reports.FullName));
    }

    [Fact]
    public void ReportFolder_ReportOfAnEqualRun_Stays()
    {
        string path = Path.Combine(_reports.FullName, "replay-1");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "journal.jsonl"), "earlier");

        new ReportFolder(path).Dispose();

        Assert.Equal("earlier", File.ReadAllText(Path.Combine(path, "journal.jsonl")));
    }

    private static ReplayJournal Journal() => new(Stream.Null, new SessionClock(Start));

    private static void Trade(StrategyContext context, long bar)
    {
        if (bar % 10 == 0)
        {
            context.Buy("up");
        }
    }

    private static Action<StrategyContext, long> OnBar(long bar, Action<StrategyContext> act) => (context, now) =>
    {
        if (now == bar)
        {
            act(context);
        }
    };

    private static Replay Prepare(ReplayJournal journal, Action<StrategyContext, long> onBar, IRiskRule? rule = null, Action? interrupt = null) => new(new ReplaySetup
    {
        Bars = BarSeries.From("EURUSD", Timeframe.H1, "test", [.. Enumerable.Range(0, Bars).Select(i => new Bar(Start.AddHours(i), 1.1, 1.1, 1.1, 1.1))]),
        Instrument = new InstrumentSetup { Instrument = EurUsd, Spread = new FixedSpread(10), BarLength = TimeSpan.FromHours(1) },
        Instruments = new Dictionary<string, Instrument> { ["EURUSD"] = EurUsd },
        Strategies = [new NamedStrategy("sound", new Scripted((_, _) => { })), new NamedStrategy("bad", new Scripted(onBar), Interrupt: interrupt)],
        Voting = new WeightedVoting(),
        Sizer = new FixedLots(0.10m),
        Account = new AccountOptions { InitialCash = 10_000m },
        Rules = [BoundRule.Foreign(new RiskRuleAttribute("night_rest", OrderClass.Entry, "wait for the morning"), rule ?? new Rule(() => { }))],
        Risk = new RiskSettings(new string('0', 64), TradingState.Active, BrokerDay.Utc, DayReferenceKind.Max),
        Clock = new SessionClock(Start),
        Journal = journal,
        Description = new(),
    });

    private sealed class Scripted(Action<StrategyContext, long> onBar) : Strategy
    {
        public override void OnBar(StrategyContext context) => onBar(context, context.BarsSeen - 1);
    }

    private sealed class SlowProgress(Action report) : IProgress<int>
    {
        public void Report(int value) => report();
    }

    private sealed class Rule(Action asked) : IRiskRule
    {
        public RuleResult Check(RiskContext context)
        {
            asked();
            return RuleResult.Test(true, "1", "<=", "1");
        }
    }
}
