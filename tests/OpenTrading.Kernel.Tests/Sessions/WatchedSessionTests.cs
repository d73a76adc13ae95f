using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Sessions;

/// <summary>Strategies on a watched thread: a bad one goes alone, and can reach nothing afterwards.</summary>
public sealed class WatchedSessionTests : IDisposable
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    // Long enough for a sound strategy on a busy machine, short enough to wait for.
    private readonly WatchedThread _watch = new("strategies", TimeSpan.FromSeconds(1));
    private readonly Hang _hang = new();

    public void Dispose()
    {
        _hang.Dispose();
        _watch.Dispose();
    }

    [Fact]
    public void OnBar_StrategyHangs_TheOthersDecideOnThatVeryBar()
    {
        SessionBench bench = Bench(
            ScriptedStrategy.Named("hung", On(1, c =>
            {
                c.Sell("before it hung");
                _hang.Block();
            })),
            ScriptedStrategy.Named("sound", On(1, c => c.Buy("up")))).Run(1.1000, 1.1010, 1.1020);

        var fault = new StrategyFault("hung", "OnBar did not return within 1 s; its thread was left behind", NeedsRestart: true);
        Assert.Equal([fault], bench.Session.Faulted);
        Assert.Equal([fault], bench.Disabled);
        Assert.Empty(bench.Skipped);
        Assert.Equal(["sound"], Assert.Single(bench.Decisions).Votes.Select(v => v.StrategyId));
        Assert.Equal("strategy:sound", Assert.Single(bench.Orders).Intent.Proposer);
        Assert.True(bench.Journal.Single("strategy.disabled").GetProperty("needsRestart").GetBoolean());
        Assert.Equal(1, _watch.Abandoned);
    }

    [Fact]
    public void OnBar_StrategyThrows_NeedsNoRestart()
    {
        SessionBench bench = Bench(ScriptedStrategy.Named("broken", On(1, _ => throw new InvalidOperationException("boom")))).Run(1.1000, 1.1010, 1.1020);

        Assert.Equal([new StrategyFault("broken", "OnBar threw InvalidOperationException: boom", NeedsRestart: false)], bench.Session.Faulted);
        Assert.False(bench.Journal.Single("strategy.disabled").GetProperty("needsRestart").GetBoolean());
    }

    [Fact]
    public void OnBar_InterruptStopsTheLoop_NeedsNoRestartAndItsSignalsDoNotCount()
    {
        SessionBench bench = Bench(ScriptedStrategy.Named(
            "script",
            (c, _) =>
            {
                c.Buy("before the loop");
                _hang.Block();
            },
            _hang.Release)).Run(1.1000);

        Assert.Equal([new StrategyFault("script", "OnBar did not return within 1 s and was stopped", NeedsRestart: false)], bench.Session.Faulted);
        Assert.Empty(bench.Orders);
        Assert.Equal(0, _watch.Abandoned);
    }

    [Fact]
    public void OnBar_ReturnsAfterItWasLeftBehind_ReachesNothing()
    {
        var refused = new List<string>();
        double close = 0;
        void Try(Action act)
        {
            try
            {
                act();
                refused.Add("nothing");
            }
            catch (InvalidOperationException e)
            {
                refused.Add(e.Message);
            }
        }

        SessionBench bench = Bench(ScriptedStrategy.Named("late", (c, _) =>
        {
            _hang.Block();
            Try(() => c.Buy("too late"));
            Try(() => c.Emit(new CancelPending(null)));
            Try(() => GC.KeepAlive(c.Positions));
            Try(() => GC.KeepAlive(c.Orders));
            close = c.Bar.Close;
        })).Run(1.1000, 1.1010);

        _hang.Release();
        Assert.True(_hang.Thread!.Join(Ample));

        Assert.Equal(Enumerable.Repeat("late was taken out of its session; its bar is over.", 4), refused);
        Assert.Equal(1.1000, close);
        Assert.Empty(bench.Run(1.1020).Orders);
    }

    [Fact]
    public void OnBar_Watched_DecidesAsUnwatched()
    {
        static void Trade(StrategyContext c, long bar)
        {
            if (c.Position is { } open)
            {
                c.Emit(new MoveStop(open.Ticket, 1.0900 + (bar * 0.0001)));
            }
            else if (c.Orders.Count == 0)
            {
                c.Emit(new Signal { Action = SignalAction.Buy, Entry = OrderType.Limit, EntryPrice = c.Bar.Close - 0.0005, Stop = Level.Points(500) });
            }
        }

        double[] prices = [.. Enumerable.Range(0, 60).Select(i => 1.1 + (0.004 * Math.Sin(i * 0.7)))];

        SessionBench watched = Bench(ScriptedStrategy.Named("a", Trade)).Run(prices);
        SessionBench unwatched = new SessionBench(AccountMode.Hedging, ("a", Trade)).Run(prices);

        Assert.NotEmpty(unwatched.Fills);
        Assert.Contains(unwatched.Orders, o => o.Class == OrderClass.Tighten);
        Assert.Equal(unwatched.Journal.Records.Select(r => r.Payload.ToString()), watched.Journal.Records.Select(r => r.Payload.ToString()));
    }

    [Fact]
    public void OnBar_StrategyLooksAtPositions_TheBrokerIsAskedOnTheSessionsThreadAlone()
    {
        var askedOn = new List<Thread>();
        var seen = new List<int>();
        SessionBench bench = new SessionBench(AccountMode.Hedging, _watch, new MajorityVoting(), broker => new BrokerViewSpy(broker, () => askedOn.Add(Thread.CurrentThread)), ScriptedStrategy.Named("a", (c, bar) =>
        {
            seen.Add(c.Positions.Count);
            On(0, x => x.Buy("up"))(c, bar);
        })).Run(1.1000, 1.1010, 1.1020);

        Assert.Equal([0, 1, 1], seen);
        Assert.Equal([Thread.CurrentThread], askedOn.Distinct());
    }

    [Fact]
    public void OnBar_EveryoneLooks_TheBrokerIsAskedOnceABar()
    {
        int asked = 0;
        static void Look(StrategyContext c, long bar) => Assert.Equal(0, c.Positions.Count + c.Orders.Count);
        SessionBench bench = new SessionBench(
            AccountMode.Hedging,
            _watch,
            new MajorityVoting(),
            broker => new BrokerViewSpy(broker, () => asked++),
            ScriptedStrategy.Named("a", Look),
            ScriptedStrategy.Named("b", Look)).Run(1.1000, 1.1010, 1.1020);

        Assert.Empty(bench.Session.Faulted);
        Assert.Equal(3, asked);
    }

    [Fact]
    public void OnBar_OneOfTwoFails_TheOtherIsUnanimousOnThatVeryBar()
    {
        SessionBench bench = new SessionBench(
            AccountMode.Hedging,
            _watch,
            new UnanimousVoting(),
            static broker => broker,
            ScriptedStrategy.Named("broken", (_, _) => throw new InvalidOperationException()),
            ScriptedStrategy.Named("sound", (c, _) => c.Buy("up"))).Run(1.1000);

        Assert.NotNull(Assert.Single(bench.Decisions).Signal);
        Assert.True(Array.IndexOf(bench.Journal.Types, "strategy.disabled") < Array.IndexOf(bench.Journal.Types, "signal.decided"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OnBar_EndlessLoopThatEmits_IsStoppedBeforeTheMemoryIsFull(bool isWatched)
    {
        SessionBench bench = new SessionBench(AccountMode.Hedging, isWatched ? _watch : null, ScriptedStrategy.Named("flood", (c, _) =>
        {
            while (true)
            {
                c.Buy("more");
            }
        })).Run(1.1000);

        Assert.Equal("OnBar threw InvalidOperationException: flood emitted more than 1000 signals and intents on one bar.", Assert.Single(bench.Session.Faulted).Why);
        Assert.Empty(bench.Orders);
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(1001, 1)]
    public void OnBar_ManyIntents_AThousandABarAreTaken(int intents, int faults)
    {
        SessionBench bench = Bench(ScriptedStrategy.Named("a", (c, _) =>
        {
            for (int i = 0; i < intents; i++)
            {
                c.Emit(new CancelPending(null));
            }
        })).Run(1.1000);

        Assert.Equal(faults, bench.Session.Faulted.Count);
        Assert.Equal(faults == 0 ? intents : 0, bench.Skipped.Count);
    }

    [Fact]
    public void OnBar_EmitsNothingAtAll_IsTakenOut()
    {
        SessionBench bench = Bench(ScriptedStrategy.Named("a", (c, _) => c.Emit((Signal)null!))).Run(1.1000);

        Assert.StartsWith("OnBar threw ArgumentNullException", Assert.Single(bench.Session.Faulted).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Warm_StrategyHangs_IsTakenOutAtOnceAndTheOthersAreWarmed()
    {
        int warmed = 0;
        SessionBench bench = Bench(
            ScriptedStrategy.Named("hung", (_, _) => _hang.Block()),
            ScriptedStrategy.Named("sound", (_, _) => warmed++)).Warm(1.1000, 1.1010, 1.1020);

        Assert.Equal(3, warmed);
        Assert.Equal(["hung"], bench.Session.Faulted.Select(f => f.Id));
        Assert.Single(bench.Journal.Types, "strategy.disabled");
        Assert.Equal(1, _watch.Abandoned);
    }

    [Fact]
    public void OnBar_EveryStrategyGone_TheSessionGoesOn()
    {
        SessionBench bench = Bench(ScriptedStrategy.Named("a", On(1, _ => throw new InvalidOperationException())));

        bench.Run(1.1000, 1.1010, 1.1020, 1.1030);

        Assert.Empty(bench.Decisions);
        Assert.Equal(1.1030m, bench.Broker.Quote("EURUSD")!.Bid);
    }

    [Fact]
    public void Calling_InACallAndAfterIt_NamesTheStrategyThenNobody()
    {
        SessionBench? bench = null;
        var called = new List<string?>();
        bench = new SessionBench(AccountMode.Hedging, ("a", (_, _) => called.Add(bench!.Session.Calling)), ("b", (_, _) => called.Add(bench!.Session.Calling)));
        Assert.Null(bench.Session.Calling);

        bench.Run(1.1000);

        Assert.Equal(["a", "b"], called);
        Assert.Null(bench.Session.Calling);
    }

    private SessionBench Bench(params NamedStrategy[] strategies) => new(AccountMode.Hedging, _watch, strategies);

    private static Action<StrategyContext, long> On(long bar, Action<StrategyContext> act) => (context, now) =>
    {
        if (now == bar)
        {
            act(context);
        }
    };
}
