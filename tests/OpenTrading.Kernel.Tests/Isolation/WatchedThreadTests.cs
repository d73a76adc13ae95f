using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Isolation;

public sealed class WatchedThreadTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    [Fact]
    public void Run_Returns_EveryPieceRunsOnTheOneBackgroundThread()
    {
        using var watch = new WatchedThread("strategies", Ample);
        var threads = new List<Thread>();
        Action note = () => threads.Add(Thread.CurrentThread);

        Assert.Equal(new CallResult(CallOutcome.Returned), watch.Run(note));
        Assert.Equal(new CallResult(CallOutcome.Returned), watch.Run(note));

        Assert.Same(threads[0], threads[1]);
        Assert.NotSame(Thread.CurrentThread, threads[0]);
        Assert.Equal(("strategies", true), (threads[0].Name, threads[0].IsBackground));
    }

    [Fact]
    public void Run_Throws_SaysWhatAndGoesOnOnTheSameThread()
    {
        using var watch = new WatchedThread("t", Ample);
        Thread? first = null, second = null;

        CallResult result = watch.Run(() =>
        {
            first = Thread.CurrentThread;
            throw new InvalidOperationException("no bars");
        });

        Assert.Equal(new CallResult(CallOutcome.Threw, "InvalidOperationException: no bars"), result);
        Assert.Equal(new CallResult(CallOutcome.Returned), watch.Run(() => second = Thread.CurrentThread));
        Assert.Same(first, second);
        Assert.Equal(0, watch.Abandoned);
    }

    [Fact]
    public void Run_MessageOfTheExceptionThrows_NamesTheType()
    {
        using var watch = new WatchedThread("t", Ample);

        Assert.Equal(new CallResult(CallOutcome.Threw, nameof(Treacherous)), watch.Run(() => throw new Treacherous()));
    }

    [Fact]
    public void Run_MessageIsNoText_IsMended()
    {
        using var watch = new WatchedThread("t", Ample);

        Assert.Equal("FormatException: a\ufffdb", watch.Run(() => throw new FormatException("a\ud800b")).Thrown);
    }

    [Theory]
    [InlineData("cannot load\n/a: no such file\n/b: no such file\n")]
    [InlineData("cannot load\r\n")]
    public void Run_MessageOfManyLines_IsToldInOne(string message)
    {
        using var watch = new WatchedThread("t", Ample);

        Assert.Equal("DllNotFoundException: cannot load", watch.Run(() => throw new DllNotFoundException(message)).Thrown);
    }

    [Fact]
    public void Run_NeverReturns_LeavesTheThreadBehindAndGoesOnOnAnother()
    {
        using var watch = new WatchedThread("t", Short);
        using var hang = new Hang();
        Thread? next = null;

        Assert.Equal(CallOutcome.Abandoned, watch.Run(hang.Block).Outcome);
        Assert.Equal(CallOutcome.Returned, watch.Run(() => next = Thread.CurrentThread).Outcome);

        Assert.Equal(1, watch.Abandoned);
        Assert.NotSame(hang.Thread, next);
        Assert.True(hang.Thread!.IsAlive);
    }

    [Fact]
    public void Run_ReturnsLongAfter_ItsThreadEndsAndTheNextCallIsUntouched()
    {
        using var watch = new WatchedThread("t", Short);
        var hang = new Hang();
        Assert.Equal(CallOutcome.Abandoned, watch.Run(() =>
        {
            hang.Block();
            throw new InvalidOperationException("far too late");
        }).Outcome);

        Assert.Equal(CallOutcome.Returned, watch.Run(hang.Release).Outcome);

        Assert.True(hang.Thread!.Join(Ample));
        Assert.Equal(new CallResult(CallOutcome.Returned), watch.Run(() => { }));
        Assert.Equal(1, watch.Abandoned);
    }

    [Fact]
    public void Run_InterruptStopsIt_KeepsTheThread()
    {
        using var watch = new WatchedThread("t", Short);
        using var hang = new Hang();
        Thread? next = null;

        Assert.Equal(new CallResult(CallOutcome.Late), watch.Run(hang.Block, hang.Release));
        watch.Run(() => next = Thread.CurrentThread);

        Assert.Same(hang.Thread, next);
        Assert.Equal(0, watch.Abandoned);
    }

    [Fact]
    public void Run_InterruptedPieceThrows_IsLateAndNothingIsLeftForTheNextCall()
    {
        using var watch = new WatchedThread("t", Short);
        using var hang = new Hang();

        Assert.Equal(new CallResult(CallOutcome.Late), watch.Run(
            () =>
            {
                hang.Block();
                throw new OperationCanceledException();
            },
            hang.Release));
        Assert.Equal(new CallResult(CallOutcome.Returned), watch.Run(() => { }));
    }

    [Fact]
    public void Run_InterruptIsIgnored_LeavesTheThreadBehind()
    {
        using var watch = new WatchedThread("t", Short);
        using var hang = new Hang();
        bool asked = false;

        Assert.Equal(CallOutcome.Abandoned, watch.Run(hang.Block, () => asked = true).Outcome);
        Assert.True(asked);
    }

    [Fact]
    public void Run_InTime_IsNotInterrupted()
    {
        using var watch = new WatchedThread("t", Ample);

        watch.Run(() => { }, () => Assert.Fail("there was nothing to interrupt"));
    }

    [Fact]
    public void Run_CallersContext_DoesNotFlow()
    {
        using var watch = new WatchedThread("t", Ample);
        var local = new AsyncLocal<string?> { Value = "caller" };
        string? seen = "nothing ran";

        watch.Run(() => seen = local.Value);

        Assert.Null(seen);
    }

    [Fact]
    public void Run_InTime_AllocatesNothingOnEitherThread()
    {
        using var watch = new WatchedThread("t", Ample);
        long there = 0;
        Action work = () => there = GC.GetAllocatedBytesForCurrentThread();
        Action interrupt = () => { };
        for (int i = 0; i < 1_000; i++)
        {
            watch.Run(work, interrupt);
        }

        long thereBefore = there;
        long hereBefore = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10_000; i++)
        {
            watch.Run(work, interrupt);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - hereBefore);
        Assert.Equal(0, there - thereBefore);
    }

    [Fact]
    public void Dispose_EndsTheThread()
    {
        var watch = new WatchedThread("t", Ample);
        Thread? thread = null;
        watch.Run(() => thread = Thread.CurrentThread);

        watch.Dispose();

        Assert.True(thread!.Join(Ample));
    }

    [Fact]
    public void Constructor_NoTime_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WatchedThread("t", TimeSpan.Zero));

    private sealed class Treacherous : Exception
    {
        public override string Message => throw new InvalidOperationException();
    }
}
