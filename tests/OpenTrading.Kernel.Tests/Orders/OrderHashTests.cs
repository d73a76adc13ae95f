using System.Text;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Orders;

public sealed class OrderHashTests
{
    private const string ConfigHash = "b79606fb3afea5bd1609ed40b622142f1c98125abcfe89a76a661b0e8e343910";
    private const string Golden = "d5e9860f7b09cc7f641b246a0045039ed83395a1697683bc3b85df3725df6a82";

    private const string Canonical =
        """{"account":"5001234@Broker-Demo","configHash":"b79606fb3afea5bd1609ed40b622142f1c98125abcfe89a76a661b0e8e343910","deviation":10,"env":"demo","expiresAt":"2026-01-05T08:05:00.000Z","kind":"open","orderId":"o-1","price":null,"proposer":"client:c1","refPrice":"1.085","side":"buy","sl":"1.0825","symbol":"EURUSD","target":null,"tp":"1.0895","type":"market","v":1,"volume":"0.38"}""";

    [Fact]
    public void OfOrder_GoldenOrder_HasTheGoldenHash() => Assert.Equal(Golden, Hash("o-1", Scene.Buy with { Volume = 0.3800m }));

    [Fact]
    public void Of_GoldenBytes_AreThoseOfTheGoldenHash()
    {
        Assert.Equal(376, Canonical.Length);
        Assert.Equal(Golden, CanonicalHash.Of(CanonicalHash.OrderTag, Encoding.UTF8.GetBytes(Canonical)));
    }

    [Fact]
    public void OfOrder_AnyFieldChanged_ChangesTheHash()
    {
        string[] hashes =
        [
            Golden,
            Hash("o-2", Scene.Buy),
            Hash("o-1", Scene.Buy with { Volume = 0.39m }),
            Hash("o-1", Scene.Buy with { StopLoss = 1.08251m }),
            Hash("o-1", Scene.Buy with { StopLoss = null }),
            Hash("o-1", Scene.Buy with { TakeProfit = null }),
            Hash("o-1", Scene.Buy with { Price = 1.08m }),
            Hash("o-1", Scene.Buy with { Side = Sdk.Trading.OrderSide.Sell }),
            Hash("o-1", Scene.Buy with { Type = Sdk.Trading.OrderType.Limit }),
            Hash("o-1", Scene.Buy with { Kind = Sdk.Trading.OrderKind.Close }),
            Hash("o-1", Scene.Buy with { Target = 7 }),
            Hash("o-1", Scene.Buy with { Deviation = 11 }),
            Hash("o-1", Scene.Buy with { Symbol = "GBPUSD" }),
            Hash("o-1", Scene.Buy with { Proposer = "client:c2" }),
            Hash("o-1", Scene.Buy with { ReferencePrice = 1.08501m }),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void OfProposal_OtherKey_IsTheSameProposal()
    {
        Assert.Equal(OrderHash.OfProposal(Scene.Buy), OrderHash.OfProposal(Scene.Buy with { IdempotencyKey = "k2" }));
        Assert.NotEqual(OrderHash.OfProposal(Scene.Buy), OrderHash.OfProposal(Scene.Buy with { Reason = "other" }));
    }

    private static string Hash(string orderId, Sdk.Trading.OrderIntent order) =>
        OrderHash.OfOrder(orderId, order, "5001234@Broker-Demo", "demo", ConfigHash, new DateTime(2026, 1, 5, 8, 5, 0, DateTimeKind.Utc));
}
