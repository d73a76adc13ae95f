using System.Net;
using OpenTrading.Research.Web;

namespace OpenTrading.Research.Tests.Web;

public sealed class AddressGuardTests
{
    [Fact]
    public void MayReach_NamedHost_IsAnExceptionForItselfAlone()
    {
        var guard = new AddressGuard(["Feeds.Example", "[::1]"]);

        Assert.True(guard.MayReach("feeds.example", IPAddress.Loopback));
        Assert.True(guard.MayReach("::1", IPAddress.IPv6Loopback));
        Assert.False(guard.MayReach("other.feeds.example", IPAddress.Loopback));
        Assert.False(guard.MayReach("127.0.0.1", IPAddress.Loopback));
    }
}
