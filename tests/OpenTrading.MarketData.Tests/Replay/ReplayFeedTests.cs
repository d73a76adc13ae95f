using OpenTrading.MarketData.Replay;
using OpenTrading.MarketData.Tests.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared;

namespace OpenTrading.MarketData.Tests.Replay;

public sealed class ReplayFeedTests : ImportTests
{
    private static readonly SeriesKey M30 = new("EURUSD", Timeframe.M30);
    private static readonly DateTime Monday = TemporaryFolder.Utc("2007-01-01");

    [Fact]
    public void Events_SeveralSeries_ComeWhenTheyBecameKnown()
    {
        ImportThree();

        IEnumerable<MarketEvent> events = Feed().Events([Ticks, H1, M30]);

        Assert.Equal(
            ["00:30 EURUSD ticks", "01:00 EURUSD H1", "01:00 EURUSD M30", "01:00 EURUSD ticks", "01:30 EURUSD M30", "02:00 EURUSD H1"],
            events.Select(each => $"{each.Time:HH:mm} {each.Key}"));
        Assert.Equal(Store.ReadBars(M30)[1], events.ElementAt(4).Bar);
        Assert.Equal(Store.ReadTicks(Ticks)[1], events.ElementAt(3).Tick);
    }

    [Fact]
    public void Events_Window_TakesRowsFromInclusiveToExclusive()
    {
        ImportThree();
        var feed = new ReplayFeed(Store, BrokerDay.NewYorkClose, TimeProvider.System, from: Monday.AddMinutes(30), to: Monday.AddMinutes(60));

        Assert.Equal(["00:30 EURUSD ticks", "01:00 EURUSD M30"], feed.Events([H1, M30, Ticks]).Select(each => $"{each.Time:HH:mm} {each.Key}"));
    }

    [Fact]
    public async Task Follow_AtAFactor_WaitsForItsShareOfTheTime()
    {
        ImportThree();
        var clock = new ManualClock(TemporaryFolder.Utc("2026-01-01"));
        var feed = new ReplayFeed(Store, BrokerDay.NewYorkClose, clock, speed: 3600);

        var times = new List<double>();
        await foreach (MarketEvent _ in feed.Follow([H1, M30, Ticks], CancellationToken.None))
        {
            times.Add((clock.GetUtcNow() - TemporaryFolder.Utc("2026-01-01")).TotalSeconds);
        }

        Assert.Equal([0, 0.5, 0.5, 0.5, 1, 1.5], times);
    }

    [MarketDataFact("EURUSD_H1.csv")]
    public async Task Follow_AsFastAsPossible_NeverWaits()
    {
        Import(ReferenceFiles.MarketData("EURUSD_H1.csv"), H1);
        var clock = new ManualClock(TemporaryFolder.Utc("2026-01-01"));
        int count = 0;
        DateTime last = default;

        await foreach (MarketEvent next in new ReplayFeed(Store, BrokerDay.NewYorkClose, clock).Follow([H1], CancellationToken.None))
        {
            count++;
            last = next.Time;
        }

        Assert.Equal((74_439, TemporaryFolder.Utc("2018-12-31 22:00")), (count, last));
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public void Offers_StoredOrNot_Tells()
    {
        ImportThree();

        Assert.True(Feed().Offers(H1));
        Assert.False(Feed().Offers(new SeriesKey("EURUSD", Timeframe.D1)));
        Assert.False(Feed().Offers(H1 with { Source = "file" }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Constructor_SpeedNotAboveZero_Throws(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReplayFeed(Store, BrokerDay.Utc, TimeProvider.System, speed));

    private ReplayFeed Feed() => new(Store, BrokerDay.NewYorkClose, TimeProvider.System);

    private void ImportThree()
    {
        Bars("2007-01-01 00:00,1,2,1,2\n2007-01-01 01:00,2,3,2,3\n");
        Bars("2007-01-01 00:30,1,2,1,2\n2007-01-01 01:00,2,3,2,3\n", new ImportOptions { Key = M30 });
        TicksOf("2007-01-01 00:30,1,2\n2007-01-01 01:00,3,4\n");
    }
}
