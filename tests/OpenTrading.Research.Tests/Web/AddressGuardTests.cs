using System.Net;
using OpenTrading.Research.Web;

namespace OpenTrading.Research.Tests.Web;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("100.128.0.0", true)]
    [InlineData("2a00:1450:4001::1", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:7f00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    public void IsPublic_Address_IsJudgedByItsNetwork(string address, bool isPublic) => Assert.Equal(isPublic, AddressGuard.IsPublic(IPAddress.Parse(address)));

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
