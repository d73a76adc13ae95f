using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Sessions;

/// <summary>Strategies that come, go and change between two bars of a running session.</summary>
public sealed class ReplacementTests : IDisposable
{
    private static readonly StrategyVersion Version = new("1.1.0", new string('a', 64));

    private readonly WatchedThread _watch = new("strategies", TimeSpan.FromSeconds(1));
    private readonly Hang _hang = new();

    public void Dispose()
    {
        _hang.Dispose();
        _watch.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Replace_NextVersion_SawEachPastBarAsItWasAndGoesOnFromThere(bool isWatched)
    {
        SessionBench bench = Bench(isWatched, ScriptedStrategy.Named("a", Silent)).Run(1.1000, 1.1010, 1.1020);
        var seen = new List<(long Bars, double Close, DateTime Now)>();
        double[] closes = [1.1000, 1.1010, 1.1020, 1.1030, 1.1040];

        Assert.Null(bench.Session.Replace(ScriptedStrategy.Named("a", (c, _) => seen.Add((c.BarsSeen, c.Bar.Close, c.Now))), Version, "edited"));
        bench.Run(1.1030, 1.1040);

        Assert.Equal(closes.Select((close, i) => (i + 1L, close, Scene.Now.AddHours(i + 1))), seen);
    }

    [Fact]
    public void Replace_SessionLongerThanItsWindow_WarmsWithWhatItHolds()
    {
        SessionBench bench = Bench(true, ScriptedStrategy.Named("a", Silent)).Run([.. Enumerable.Range(0, 1500).Select(i => 1 + (i * 0.0001))]);
        var seen = new List<double>();

        bench.Session.Replace(ScriptedStrategy.Named("a", (c, _) => seen.Add(c.Bar.Close)), Version, "edited");

        Assert.Equal(1024, seen.Count);
        Assert.Equal((1.0476, 1.1499), (Math.Round(seen[0], 4), Math.Round(seen[^1], 4)));
    }

    [Fact]
    public void Replace_EmitsOnPastBars_NothingCounts()
    {
        SessionBench bench = Bench(true, ScriptedStrategy.Named("a", Silent)).Run(1.1000, 1.1010);

        bench.Session.Replace(ScriptedStrategy.Named("a", (c, bar) => c.Buy($"bar {bar}")), Version, "edited");
        Assert.Empty(bench.Decisions);
        bench.Run(1.1020);

        Assert.Equal("bar 2", Assert.Single(Assert.Single(bench.Decisions).Votes).Signal.Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Replace_OpenPositionAndOrder_StayAndAreSeenFromTheNextBarOnOnly(bool isWatched)
    {
        SessionBench bench = Bench(isWatched, ScriptedStrategy.Named("a", (c, bar) =>
        {
            if (bar == 0)
            {
                c.Buy("in");
                c.Emit(new Signal { Action = SignalAction.Buy, Entry = OrderType.Limit, EntryPrice = 1.0500 });
            }
        })).Run(1.1000, 1.1010);
        (Position position, WorkingOrder order) = (Assert.Single(bench.Broker.Positions), Assert.Single(bench.Broker.Orders));
        var seen = new List<(int, int)>();

        bench.Session.Replace(ScriptedStrategy.Named("a", (c, _) => seen.Add((c.Positions.Count, c.Orders.Count))), Version, "edited");

        Assert.Equal(position, Assert.Single(bench.Broker.Positions));
        Assert.Equal(order, Assert.Single(bench.Broker.Orders));
        bench.Run(1.1010);
        Assert.Equal([(0, 0), (0, 0), (1, 1)], seen);
    }

    [Fact]
    public void Replace_FirstOfThree_KeepsItsPlaceInTheVote()
    {
        SessionBench bench = Bench(true, Buyer("a"), Buyer("b"), Buyer("c"));

        bench.Session.Replace(Buyer("a"), Version, "edited");
        bench.Run(1.1000);

        Assert.Equal(["a", "b", "c"], Assert.Single(bench.Decisions).Votes.Select(v => v.StrategyId));
    }

    [Fact]
    public void Replace_Sound_IsJournaledWithItsCode()
    {
        SessionBench bench = Bench(true, Buyer("a"));

        bench.Session.Replace(Buyer("a"), Version, "a.dll changed");

        Assert.Equal(
            """{"sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","strategyId":"a","version":"1.1.0","why":"a.dll changed"}""",
            bench.Journal.Single("strategy.replaced").GetRawText());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Replace_ThrowsOnAPastBar_IsRefusedAndTheOldOneGoesOn(bool isWatched)
    {
        SessionBench bench = Bench(isWatched, Buyer("a")).Run(1.1000);

        StrategyFault? fault = bench.Session.Replace(ScriptedStrategy.Named("a", (_, _) => throw new InvalidOperationException("boom")), Version, "edited");
        bench.Run(1.1010);

        Assert.Equal(new StrategyFault("a", "OnBar threw InvalidOperationException: boom", NeedsRestart: false), fault);
        Assert.Equal(2, bench.Decisions.Count);
        Assert.Empty(bench.Session.Faulted);
        JsonElement refused = bench.Journal.Single("strategy.refused");
        Assert.Equal(("a", "1.1.0", false), (refused.GetProperty("strategyId").GetString(), refused.GetProperty("version").GetString(), refused.GetProperty("needsRestart").GetBoolean()));
    }

    [Fact]
    public void Replace_HangsOnAPastBar_IsRefusedAndTheOldOneGoesOn()
    {
        SessionBench bench = Bench(true, Buyer("a")).Run(1.1000);

        StrategyFault? fault = bench.Session.Replace(ScriptedStrategy.Named("a", (_, _) => _hang.Block()), Version, "edited");
        bench.Run(1.1010);

        Assert.True(fault!.NeedsRestart);
        Assert.Equal(2, bench.Decisions.Count);
        Assert.Empty(bench.Session.Faulted);
    }

    [Fact]
    public void Replace_TooSlowForAllPastBars_IsRefused()
    {
        using var watch = new WatchedThread("strategies", TimeSpan.FromMilliseconds(250));
        using var never = new ManualResetEventSlim();
        SessionBench bench = new SessionBench(AccountMode.Hedging, watch, ScriptedStrategy.Named("a", Silent)).Run([.. Enumerable.Repeat(1.1, 300)]);

        StrategyFault? fault = bench.Session.Replace(ScriptedStrategy.Named("a", (_, _) => never.Wait(25)), Version, "edited");

        Assert.Equal(new StrategyFault("a", "it did not get through 300 past bars within 2.5 s", NeedsRestart: false), fault);
    }

    [Fact]
    public void Replace_DisabledStrategy_TakesItsPlaceAgain()
    {
        SessionBench bench = Bench(true, ScriptedStrategy.Named("a", (_, _) => throw new InvalidOperationException()), Buyer("b")).Run(1.1000);
        Assert.Single(bench.Session.Faulted);

        Assert.Null(bench.Session.Replace(Buyer("a"), Version, "mended"));
        bench.Run(1.1010);

        Assert.Empty(bench.Session.Faulted);
        Assert.Equal(["a", "b"], bench.Decisions[^1].Votes.Select(v => v.StrategyId));
    }

    [Fact]
    public void Replace_UnknownId_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Bench(true, Buyer("a")).Session.Replace(Buyer("b"), Version, "edited"));

    [Fact]
    public void Add_Strategy_VotesLastAndIsJournaled()
    {
        SessionBench bench = Bench(true, Buyer("b")).Run(1.1000);

        Assert.Null(bench.Session.Add(Buyer("a"), Version, "dropped in"));
        bench.Run(1.1010);

        Assert.Equal(["b", "a"], bench.Decisions[^1].Votes.Select(v => v.StrategyId));
        Assert.Equal("a", bench.Journal.Single("strategy.added").GetProperty("strategyId").GetString());
    }

    [Fact]
    public void Add_TakenId_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Bench(true, Buyer("a")).Session.Add(Buyer("a"), Version, "dropped in"));

    [Fact]
    public void Remove_OneOfTwo_TheOtherDecidesAlone()
    {
        SessionBench bench = Bench(true, Buyer("a"), ScriptedStrategy.Named("b", (c, _) => c.Sell("down"))).Run(1.1000);
        Assert.Null(bench.Decisions[^1].Signal);

        bench.Session.Remove("a", "folder deleted");
        bench.Run(1.1010);

        Assert.Equal(SignalAction.Sell, bench.Decisions[^1].Signal!.Action);
        Assert.Equal("folder deleted", bench.Journal.Single("strategy.removed").GetProperty("why").GetString());
        Assert.False(bench.Session.Faulted.Any());
        Assert.Throws<ArgumentException>(() => bench.Session.Remove("a", "again"));
    }

    [Fact]
    public void Remove_TheLast_TheSessionGoesOnAndDecidesNothing()
    {
        SessionBench bench = Bench(true, Buyer("a")).Run(1.1000, 1.1010);

        bench.Session.Remove("a", "folder deleted");
        bench.Run(1.1020, 1.1030);

        Assert.Equal(2, bench.Decisions.Count);
        Assert.NotEmpty(bench.Broker.Positions);
        Assert.Null(bench.Session.Add(Buyer("c"), Version, "dropped in"));
        Assert.Equal("strategy:c", bench.Run(1.1040).Orders[^1].Intent.Proposer);
    }

    [Fact]
    public void AddAndRemove_Unanimity_CountsThoseWhoAreThere()
    {
        SessionBench bench = new SessionBench(AccountMode.Hedging, _watch, new UnanimousVoting(), static broker => broker, Buyer("a")).Run(1.1000);
        Assert.NotNull(bench.Decisions[^1].Signal);

        bench.Session.Add(ScriptedStrategy.Named("silent", Silent), Version, "dropped in");
        Assert.Equal("1 of 2 strategies voted", bench.Run(1.1010).Decisions[^1].Tally.Why);

        bench.Session.Add(Buyer("b"), Version, "dropped in");
        bench.Session.Remove("silent", "folder deleted");
        Assert.Equal("all 2 agree", bench.Run(1.1020).Decisions[^1].Tally.Why);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Replace_OldInstance_IsFreeToGo(bool isWatched)
    {
        (SessionBench bench, WeakReference old) = ReplaceOne(isWatched);

        for (int i = 0; old.IsAlive && i < 10; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(bench);
    }

    // In a method of its own, so that no local of the test holds the old instance.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (SessionBench Bench, WeakReference Old) ReplaceOne(bool isWatched)
    {
        NamedStrategy old = Buyer("a");
        SessionBench bench = Bench(isWatched, old).Run(1.1000, 1.1010);
        bench.Session.Replace(Buyer("a"), Version, "edited");
        return (bench.Run(1.1020), new WeakReference(old.Strategy));
    }

    private SessionBench Bench(bool isWatched, params NamedStrategy[] strategies) => new(AccountMode.Hedging, isWatched ? _watch : null, strategies);

    private static NamedStrategy Buyer(string id) => ScriptedStrategy.Named(id, (c, _) => c.Buy("up"));

    private static void Silent(StrategyContext context, long bar)
    {
    }
}
