using System.Net;
using System.Net.Sockets;
using OpenTrading.Sdk.Web;

namespace OpenTrading.Sdk.Tests.Web;

public class PublicAddressTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.255.255", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("100.128.0.0", true)]
    [InlineData("2a00:1450:4001::1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("2001:0:7f00::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("fd00::1", false)]
    public void Is_OnlyOfThePublicInternet(string address, bool expected) => Assert.Equal(expected, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task Connect_ToThisMachine_IsRefusedBeforeAnyConnection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        IOException refusal = await Assert.ThrowsAsync<IOException>(() => PublicAddress.ConnectAsync("127.0.0.1", port, default));
        await Assert.ThrowsAsync<IOException>(() => PublicAddress.ConnectAsync("localhost", port, default));

        Assert.Equal("127.0.0.1 lies on this machine or in a private network", refusal.Message);
        Assert.False(listener.Pending());
        await using Stream allowed = await PublicAddress.ConnectAsync("127.0.0.1", port, _ => true, default);
        using TcpClient accepted = await listener.AcceptTcpClientAsync();
        Assert.True(accepted.Connected);
    }
}
