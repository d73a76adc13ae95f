using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

public sealed class CanonicalHashTests
{
    private static readonly JournalPayload Order = new()
    {
        ["v"] = 1,
        ["orderId"] = "o-1",
        ["env"] = "demo",
        ["account"] = "5001234@Broker-Demo",
        ["proposer"] = "client:c1",
        ["kind"] = "open",
        ["type"] = "market",
        ["side"] = "buy",
        ["symbol"] = "EURUSD",
        ["volume"] = 0.38m,
        ["price"] = JournalValue.Null,
        ["refPrice"] = 1.0850m,
        ["sl"] = 1.08250m,
        ["tp"] = 1.08950m,
        ["target"] = JournalValue.Null,
        ["deviation"] = 10,
        ["expiresAt"] = new DateTime(2026, 1, 5, 8, 5, 0, DateTimeKind.Utc),
        ["configHash"] = "b79606fb3afea5bd1609ed40b622142f1c98125abcfe89a76a661b0e8e343910",
    };

    [Fact]
    public void Of_GoldenOrder_HasItsBytesAndHash()
    {
        Assert.Equal(
            """{"account":"5001234@Broker-Demo","configHash":"b79606fb3afea5bd1609ed40b622142f1c98125abcfe89a76a661b0e8e343910","deviation":10,"env":"demo","expiresAt":"2026-01-05T08:05:00.000Z","kind":"open","orderId":"o-1","price":null,"proposer":"client:c1","refPrice":"1.085","side":"buy","sl":"1.0825","symbol":"EURUSD","target":null,"tp":"1.0895","type":"market","v":1,"volume":"0.38"}""",
            Order.ToString());
        Assert.Equal(376, CanonicalJson.Write(Order).Length);
        Assert.Equal("d5e9860f7b09cc7f641b246a0045039ed83395a1697683bc3b85df3725df6a82", CanonicalHash.Of(CanonicalHash.OrderTag, Order));
    }

    [Fact]
    public void Of_SameBytesUnderAnotherTag_DiffersFromIt() =>
        Assert.NotEqual(CanonicalHash.Of(CanonicalHash.OrderTag, Order), CanonicalHash.Of(CanonicalHash.ProposalTag, Order));
}
