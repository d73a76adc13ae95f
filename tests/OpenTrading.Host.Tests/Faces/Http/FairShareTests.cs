using OpenTrading.Host.Faces.Http;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Faces.Http;

public sealed class FairShareTests
{
    private static readonly Principal One = new("client:one", Role.Analyst);
    private static readonly Principal Other = new("client:other", Role.Analyst);

    private readonly FairShare _share = new(3, 2);

    [Fact]
    public void Take_OneCallersShareIsTaken_TheOthersIsNot()
    {
        _share.Take(One, "calls");
        _share.Take(One, "calls");

        CapabilityException refused = Assert.Throws<CapabilityException>(() => _share.Take(One, "calls"));

        Assert.Equal((ErrorCode.RateLimited, "2 calls of one caller"), (refused.Code, refused.Message));
        _share.Take(Other, "calls");
    }

    [Fact]
    public void Take_AllIsTaken_IsRefusedToWhoeverAsks()
    {
        _share.Take(One, "calls");
        _share.Take(One, "calls");
        _share.Take(Other, "calls");

        Assert.Equal("3 calls", Assert.Throws<CapabilityException>(() => _share.Take(Other, "calls")).Message);
        Assert.Equal(3, _share.Count);
    }

    [Fact]
    public void Dispose_Twice_GivesBackOnce()
    {
        IDisposable part = _share.Take(One, "calls");
        _share.Take(One, "calls");
        part.Dispose();
        part.Dispose();

        Assert.Equal(1, _share.Count);
        _share.Take(One, "calls");
        Assert.Throws<CapabilityException>(() => _share.Take(One, "calls"));
    }

    [Fact]
    public void Take_FromManyThreads_NeverMoreThanTheShare()
    {
        var share = new FairShare(100, 8);
        int most = 0;
        Parallel.For(0, 2_000, _ =>
        {
            try
            {
                using IDisposable part = share.Take(One, "calls");
                InterlockedMax(ref most, share.Count);
            }
            catch (CapabilityException)
            {
                // Refused, as it should be when eight are out.
            }
        });

        Assert.InRange(most, 1, 8);
        Assert.Equal(0, share.Count);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
