using OpenTrading.Host.Security;

namespace OpenTrading.Host.Tests.Security;

public class LockOutTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void WaitOf_EachFailureFromTheFifthOn_TwiceAsLongUpTo900Seconds()
    {
        var lockOut = new LockOut(_clock);
        var waits = new List<double>();
        for (int i = 0; i < 16; i++)
        {
            lockOut.Fail("a");
            waits.Add(lockOut.WaitOf("a").TotalSeconds);
        }

        Assert.Equal([0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900], waits);
    }

    [Fact]
    public void WaitOf_TimePasses_RunsOff()
    {
        var lockOut = new LockOut(_clock);
        Fail(lockOut, 6);

        _clock.PassSeconds(3);
        Assert.Equal(1, lockOut.WaitOf("a").TotalSeconds);
        _clock.PassSeconds(1);
        Assert.Equal(TimeSpan.Zero, lockOut.WaitOf("a"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public void WaitOf_WallClockIsSet_IsTheSame(int hours)
    {
        var lockOut = new LockOut(_clock);
        Fail(lockOut, 6);

        _clock.SetWall(TimeSpan.FromHours(hours));

        Assert.Equal(4, lockOut.WaitOf("a").TotalSeconds);
    }

    [Fact]
    public void Fail_FailuresOlderThan15Minutes_CountNoMore()
    {
        var lockOut = new LockOut(_clock);
        Fail(lockOut, 4);
        _clock.Pass(TimeSpan.FromMinutes(15));

        Assert.Equal(1, lockOut.Fail("a"));
    }

    [Fact]
    public void Succeed_AfterFailures_ForgetsThemForThatKeyAlone()
    {
        var lockOut = new LockOut(_clock);
        Fail(lockOut, 5);
        lockOut.Fail("b");

        lockOut.Succeed("a");

        Assert.Equal(TimeSpan.Zero, lockOut.WaitOf("a"));
        Assert.Equal(2, lockOut.Fail("b"));
    }

    private static void Fail(LockOut lockOut, int times)
    {
        for (int i = 0; i < times; i++)
        {
            lockOut.Fail("a");
        }
    }
}
