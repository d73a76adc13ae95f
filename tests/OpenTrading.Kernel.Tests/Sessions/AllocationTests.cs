using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Sessions;

/// <summary>A bar on which nothing is decided allocates nothing, on either thread.</summary>
public sealed class AllocationTests
{
    private const int WarmUp = 24 * 40;
    private const int Days = 40;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OnBar_NothingDecided_AllocatesNothing(bool isWatched)
    {
        using WatchedThread? watch = isWatched ? new WatchedThread("strategies", TimeSpan.FromMinutes(1)) : null;
        var first = new QuietStrategy();
        var second = new QuietStrategy();
        var bench = new SessionBench(AccountMode.Hedging, watch, new NamedStrategy("a", first), new NamedStrategy("b", second));
        DateTime time = Run(bench.Session, Scene.Now.Date, WarmUp, out _);

        // The runtime may take something of its own once, when a thread first has to wait long; a bar that allocates does so in every round.
        var rounds = new List<(long Session, long First, long Second)>();
        for (int round = 0; round < 3; round++)
        {
            (long firstBefore, long secondBefore) = (first.Allocated, second.Allocated);
            time = Run(bench.Session, time, 24 * Days, out long bytes);

            // All that the two calls, and the hand-over between them, took on the strategies' thread; unwatched, that is the session's own.
            rounds.Add(isWatched ? (bytes, first.Allocated - firstBefore, second.Allocated - secondBefore) : (bytes, 0, 0));
        }

        Assert.Contains((0, 0, 0), rounds);
    }

    // The first bar of a day takes down the day's reference; that is one record a day.
    private static DateTime Run(Session session, DateTime time, int bars, out long bytes)
    {
        bytes = 0;
        for (int i = 0; i < bars; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            session.OnBar(new Bar(time, 1.1, 1.1, 1.1, 1.1));
            bytes += time.Hour == 0 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
            time = time.AddHours(1);
        }

        return time;
    }

    /// <summary>Looks at everything and emits nothing.</summary>
    private sealed class QuietStrategy : Strategy
    {
        private int _open;

        public long Allocated { get; private set; }

        public override void OnBar(StrategyContext context)
        {
            _open += context.Positions.Count + context.Orders.Count + (context.Position is null ? 0 : 1);
            Allocated = GC.GetAllocatedBytesForCurrentThread();
        }
    }
}
