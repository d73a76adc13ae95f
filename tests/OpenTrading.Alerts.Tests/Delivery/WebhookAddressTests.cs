using System.Net;
using OpenTrading.Alerts.Delivery;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Alerts.Tests.Delivery;

public class WebhookAddressTests
{
    [Theory]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://2130706433/x")]
    [InlineData("https://0x7f.1/x")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://[::ffff:10.0.0.1]/x")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("http://93.184.216.34/")]
    [InlineData("ftp://93.184.216.34/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:pass@93.184.216.34/")]
    [InlineData("https://93.184.216.34/#x")]
    [InlineData("not an address")]
    public async Task Require_AddressThatMustNotBeReached_Refuses(string webhook) =>
        Assert.Equal(ErrorCode.ValidationError, (await Assert.ThrowsAsync<CapabilityException>(() => new WebhookAddress(new AlertsOptions()).RequireAsync(webhook, default))).Code);

    [Fact]
    public async Task Require_NameWithOneInnerAddress_Refuses()
    {
        var addresses = new WebhookAddress(new AlertsOptions(), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34"), IPAddress.Loopback]));

        await Assert.ThrowsAsync<CapabilityException>(() => addresses.RequireAsync("https://hooks.example/x", default));
    }

    [Fact]
    public async Task Require_PublicAddress_IsTaken() =>
        Assert.Equal("https://93.184.216.34/x?y=1", (await new WebhookAddress(new AlertsOptions()).RequireAsync("https://93.184.216.34/x?y=1", default)).ToString());

    [Fact]
    public async Task Require_WebhooksOff_Refuses() =>
        await Assert.ThrowsAsync<CapabilityException>(() => new WebhookAddress(new AlertsOptions { Webhooks = false }).RequireAsync("https://93.184.216.34/", default));
}
