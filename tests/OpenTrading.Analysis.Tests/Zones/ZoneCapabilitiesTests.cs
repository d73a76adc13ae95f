using System.Text.Json;
using OpenTrading.Analysis.Tests.Support;
using OpenTrading.Analysis.Zones;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Tests.Zones;

/// <summary>Expected values were counted from the same file apart from this code.</summary>
public sealed class ZoneCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new ZoneCapabilities(new BarHistory(recorded.Context())));

    [Fact]
    public void Zones_Gaps_AreThoseNotYetFilled()
    {
        JsonElement answer = _bench.Call("get_imbalance_zones", """{"symbol":"EURUSD","timeframe":"H4","kinds":"fvg"}""");

        Assert.Equal("8", CapabilityBench.At(answer, "total"));
        Assert.Equal(("1.10084", "1.09281", "14.8", "\"down\""), (Newest("top"), Newest("bottom"), Newest("filledPct"), Newest("direction")));
        Assert.Equal(("\"2022-03-04T16:00:00.000Z\"", "\"2021-11-10T08:00:00.000Z\""), (Newest("createdAt"), CapabilityBench.At(answer, "zones.-1.createdAt")));

        string Newest(string field) => CapabilityBench.At(answer, $"zones.0.{field}");
    }

    [Fact]
    public void Zones_AllKinds_AreOpenAndScored()
    {
        JsonElement[] zones = [.. _bench.Call("get_imbalance_zones", """{"symbol":"EURUSD","timeframe":"H4","bars":2000}""").GetProperty("zones").EnumerateArray()];

        Assert.Contains("order_block", zones.Select(z => z.GetProperty("kind").GetString()));
        Assert.All(zones, z => Assert.True(z.GetProperty("top").GetDouble() > z.GetProperty("bottom").GetDouble()));
        Assert.All(zones, z => Assert.InRange(z.GetProperty("filledPct").GetDouble(), 0, 99.9));
        Assert.All(zones, z => Assert.InRange(z.GetProperty("score").GetDouble(), 0, 100));
    }

    [Fact]
    public void Bases_NarrowCandlesLeftInHaste_AreDemand()
    {
        BarSeries bars = MadeBars.Of([.. Enumerable.Repeat((1.0, 1.0010, 0.9990, 1.0002), 6), (1.0002, 1.0050, 1.0000, 1.0048)]);

        Zone zone = new ZoneScan(bars, [.. Enumerable.Repeat(0.0020, 7)]).Of(ZoneKind.SupplyDemand).Single();

        Assert.Equal((Direction.Up, 1.0010, 0.9990, 6), (zone.Direction, zone.Top, zone.Bottom, zone.Bar));
    }

    [Fact]
    public void Filled_PriceComesBackHalfWay_IsAHalf()
    {
        BarSeries bars = MadeBars.Of([(1.00, 1.01, 0.99, 1.00), (1.02, 1.03, 1.005, 1.02), (1.03, 1.04, 1.02, 1.03)]);

        Assert.Equal(0.25, new Zone(ZoneKind.FairValueGap, Direction.Up, 1.01, 0.99, 0).Filled(bars), 1e-9);
        Assert.Equal(0, new Zone(ZoneKind.FairValueGap, Direction.Up, 1.01, 0.99, 1).Filled(bars), 1e-9);
    }

    [Fact]
    public void Zones_UnknownKind_IsRefused() => Assert.Equal("VALIDATION_ERROR", _bench.Refusal("get_imbalance_zones", """{"symbol":"EURUSD","timeframe":"H4","kinds":"gap"}"""));

    public void Dispose() => _bench.Dispose();
}
