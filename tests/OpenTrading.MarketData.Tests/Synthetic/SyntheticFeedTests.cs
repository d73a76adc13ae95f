using OpenTrading.MarketData.Synthetic;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MarketData.Tests.Synthetic;

public sealed class SyntheticFeedTests
{
    private static readonly DateTime Now = TemporaryFolder.Utc("2026-03-02 10:00:02");
    private static readonly SeriesKey M1 = new("EURUSD", Timeframe.M1) { Source = "synthetic" };
    private static readonly SeriesKey Ticks = SeriesKey.Ticks("EURUSD") with { Source = "synthetic" };

    private static readonly Instrument Eurusd = new()
    {
        Symbol = "EURUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD", TypicalSpreadPoints = 12,
    };

    [Fact]
    public void ReadBars_SameSeed_GivesTheSameBarsAlways()
    {
        BarSeries bars = Feed(1).ReadBars(M1, Now.AddDays(-2), Now);

        Assert.Equal(Bars(bars), Bars(Feed(1).ReadBars(M1, Now.AddDays(-2), Now)));
        Assert.NotEqual(Bars(bars), Bars(Feed(2).ReadBars(M1, Now.AddDays(-2), Now)));

        // The price is promised for good: a change of the formula would break charts across restarts.
        Assert.Equal(new Bar(TemporaryFolder.Utc("2026-02-28 10:01"), 1.21626, 1.21626, 1.21608, 1.2161, 12, 0.00012), bars[0]);
    }

    [Fact]
    public void ReadBars_AnyWindow_IsACutOfTheSameHistory()
    {
        BarSeries whole = Feed(1).ReadBars(M1, Now.AddHours(-5), Now);
        BarSeries part = Feed(1).ReadBars(M1, Now.AddHours(-3).AddSeconds(1), Now.AddHours(-2));

        Assert.Equal(Bars(whole).Where(bar => bar.Time >= Now.AddHours(-3) && bar.Time < Now.AddHours(-2)), Bars(part));
        Assert.Equal(60, part.Count);
    }

    [Theory]
    [InlineData(Timeframe.M15)]
    [InlineData(Timeframe.H4)]
    [InlineData(Timeframe.D1)]
    public void ReadBars_LongerTimeframe_IsTheAggregateOfMinutes(Timeframe timeframe)
    {
        SyntheticFeed feed = Feed(1);
        DateTime from = TemporaryFolder.Utc("2026-02-23 22:00");
        DateTime to = TemporaryFolder.Utc("2026-02-27 22:00");

        BarSeries aggregated = BarAggregator.Aggregate(feed.ReadBars(M1, from, to), timeframe, BrokerDay.NewYorkClose);
        BarSeries direct = feed.ReadBars(M1 with { Timeframe = timeframe }, from, to);

        bool IsWhole(Bar bar) => bar.Time >= from && BarPeriod.Of(timeframe, bar.Time, BrokerDay.NewYorkClose).End <= to;
        Assert.Equal(Bars(direct).Where(IsWhole), Bars(aggregated).Where(IsWhole));
        Assert.Contains(Bars(direct), IsWhole);
    }

    [Fact]
    public void ReadBars_EveryBar_IsSoundOnTheDigitsAndNamedSynthetic()
    {
        BarSeries bars = Feed(7).ReadBars(M1, Now.AddDays(-7), Now);

        Assert.Equal("synthetic", bars.Source);
        Assert.Equal(10_079, bars.Count);
        Assert.All(Bars(bars), bar =>
        {
            Assert.True(bar.IsSound);
            Assert.All([bar.Open, bar.High, bar.Low, bar.Close], price => Assert.Equal((double)Eurusd.ToPrice(price), price));
            Assert.Equal((12d, 0.00012), (bar.Volume, bar.Spread));
        });
    }

    [Fact]
    public void ReadBars_AYearOfDays_MovesAboutAsMuchAsAskedFor()
    {
        BarSeries days = Feed(3).ReadBars(M1 with { Timeframe = Timeframe.D1 }, Now.AddYears(-1), Now);
        double[] returns = [.. Enumerable.Range(1, days.Count - 1).Select(i => Math.Log(days.Close[i] / days.Close[i - 1]))];
        double yearly = Math.Sqrt(returns.Average(each => each * each) * 365.25);

        Assert.InRange(yearly, 0.04, 0.16);
        Assert.InRange(days.Close.ToArray().Min(), 0.7, 1.5);
        Assert.InRange(days.Close.ToArray().Max(), 0.8, 1.7);
    }

    [Fact]
    public void ReadBars_UpToTheFuture_EndsWithTheLastClosedBar()
    {
        BarSeries bars = Feed(1).ReadBars(M1, Now.AddMinutes(-3), Now.AddDays(1));

        Assert.Equal(TemporaryFolder.Utc("2026-03-02 09:59"), bars[bars.Count - 1].Time);
    }

    [Fact]
    public async Task Follow_BarsAndTicks_ComeAtTheirTimeBarsFirst()
    {
        var clock = new ManualClock(Now);
        var feed = new SyntheticFeed([SyntheticMarket.For(Eurusd)], 1, BrokerDay.NewYorkClose, clock);
        var events = new List<MarketEvent>();

        await foreach (MarketEvent next in feed.Follow([Ticks, M1], CancellationToken.None))
        {
            Assert.Equal(next.Time, clock.GetUtcNow().UtcDateTime);
            events.Add(next);
            if (events.Count == 14)
            {
                break;
            }
        }

        Assert.Equal([.. Enumerable.Range(1, 11).Select(i => Now.AddSeconds((5 * i) - 2)), Now.AddSeconds(58), Now.AddSeconds(58), Now.AddSeconds(63)], events.Select(each => each.Time));
        Assert.Equal(11, events.FindIndex(each => !each.IsTick));
        Assert.Equal(feed.ReadBars(M1, Now.AddSeconds(-2), Now.AddMinutes(1))[0], events[11].Bar);
        Assert.Equal(events[11].Bar.Close, events[10].Tick.Bid);
        Assert.All(events.Where(each => each.IsTick), each => Assert.Equal(0.00012m, Eurusd.ToPrice(each.Tick.Ask) - Eurusd.ToPrice(each.Tick.Bid)));
        Assert.All(events, each => Assert.Equal("synthetic", each.Key.Source));
    }

    [Fact]
    public async Task Follow_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        var feed = new SyntheticFeed([SyntheticMarket.For(Eurusd)], 1, BrokerDay.NewYorkClose, new ManualClock(Now));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (MarketEvent _ in feed.Follow([Ticks], cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });
    }

    [Fact]
    public void ReadBars_UnknownSymbol_NamesWhatThereIs()
    {
        DataException refusal = Assert.Throws<DataException>(() => Feed(1).ReadBars(new SeriesKey("GBPUSD", Timeframe.M1), Now, Now));

        Assert.Equal("GBPUSD M1: the synthetic feed has no such symbol. It has EURUSD.", refusal.Message);
    }

    private static SyntheticFeed Feed(long seed) => new([SyntheticMarket.For(Eurusd)], seed, BrokerDay.NewYorkClose, new ManualClock(Now));

    private static IEnumerable<Bar> Bars(BarSeries series) => Enumerable.Range(0, series.Count).Select(i => series[i]);
}
