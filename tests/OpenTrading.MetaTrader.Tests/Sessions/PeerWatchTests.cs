using OpenTrading.MetaTrader.Sessions;
using OpenTrading.MetaTrader.Tests.Support;

namespace OpenTrading.MetaTrader.Tests.Sessions;

public class PeerWatchTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void BadMac_FifthInAMinute_KeepsThatPeerAwayForAMinute()
    {
        var peers = new PeerWatch(_clock);
        for (int i = 0; i < 4; i++)
        {
            peers.BadMac("10.0.0.1");
        }

        Assert.False(peers.IsBarred("10.0.0.1"));
        peers.BadMac("10.0.0.1");
        Assert.True(peers.IsBarred("10.0.0.1"));
        Assert.False(peers.IsBarred("10.0.0.2"));

        _clock.Advance(TimeSpan.FromSeconds(59.9));
        Assert.True(peers.IsBarred("10.0.0.1"));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.False(peers.IsBarred("10.0.0.1"));
    }

    [Fact]
    public void BadMac_FiveOverMoreThanAMinute_KeepsNobodyAway()
    {
        var peers = new PeerWatch(_clock);
        for (int i = 0; i < 20; i++)
        {
            peers.BadMac("10.0.0.1");
            _clock.Advance(TimeSpan.FromSeconds(15.1));
        }

        Assert.False(peers.IsBarred("10.0.0.1"));
    }

    [Fact]
    public void MayNote_AFlood_IsWrittenDownThirtyTimesAMinute()
    {
        var peers = new PeerWatch(_clock);

        Assert.Equal(30, Enumerable.Range(0, 1000).Count(_ => peers.MayNote("10.0.0.1")));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(peers.MayNote("10.0.0.1"));
    }
}
