using OpenTrading.MetaTrader.Market;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Tests.Market;

public class FollowedSeriesTests
{
    private static readonly DateTime Start = new(2026, 1, 5, 8, 0, 30, DateTimeKind.Utc);

    [Fact]
    public void Take_BeforeTheHistoryIsRead_WaitsAndComesOnceInOrder()
    {
        var series = new FollowedSeries(new SeriesKey("EURUSD", Timeframe.M1) { Source = "mt5" }, Start, BrokerDay.Utc);

        Assert.Empty(series.Take(Bar(2)));
        Assert.Empty(series.Take(Bar(3)));
        int[] told = Minutes(series.CatchUp([Bar(-1), Bar(0), Bar(1), Bar(2)]));

        Assert.Equal([0, 1, 2, 3], told);
        Assert.Equal([4], Minutes(series.Take(Bar(4))));
        Assert.Empty(series.Take(Bar(4)));
    }

    [Fact]
    public void CatchUp_AfterALinkWasLost_FillsTheGap()
    {
        var series = new FollowedSeries(new SeriesKey("EURUSD", Timeframe.M1) { Source = "mt5" }, Start, BrokerDay.Utc);
        Minutes(series.CatchUp(Array.Empty<Bar>()));
        Minutes(series.Take(Bar(0)));

        series.Hold();
        Assert.Empty(series.Take(Bar(5)));
        Assert.Equal(Bar(0).Time.AddTicks(1), series.From);

        Assert.Equal([1, 2, 3, 4, 5], Minutes(series.CatchUp([Bar(1), Bar(2), Bar(3), Bar(4)])));
    }

    [Fact]
    public void CatchUp_TicksOfTheLastInstant_AreToldOnce()
    {
        var series = new FollowedSeries(new SeriesKey("EURUSD", null) { Source = "mt5" }, Start, BrokerDay.Utc);
        Prices(series.CatchUp(Array.Empty<Tick>()));
        Assert.Equal([1.1], Prices(series.Take(Tick(1, 1.1))));
        Assert.Equal([1.2], Prices(series.Take(Tick(1, 1.2))));

        series.Hold();
        Assert.Empty(series.Take(Tick(3, 1.5)));

        Assert.Equal([1.3, 1.4, 1.5], Prices(series.CatchUp([Tick(1, 1.1), Tick(1, 1.2), Tick(1, 1.3), Tick(2, 1.4)])));
    }

    private static Bar Bar(int minute) => new(new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc).AddMinutes(minute), 1, 1, 1, 1);

    private static Tick Tick(int second, double bid) => new(Start.AddSeconds(second), bid, bid);

    private static int[] Minutes(IEnumerable<MarketEvent> events) => [.. events.Select(e => (int)(e.Bar.Time - Bar(0).Time).TotalMinutes)];

    private static double[] Prices(IEnumerable<MarketEvent> events) => [.. events.Select(e => e.Tick.Bid)];
}
