using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Market;

public sealed class BarAggregatorTests
{
    private static readonly DateTime Midnight = new(2024, 3, 10, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Add_BarsOfTwoPeriods_GivesTheFirstOnceTheSecondBegins()
    {
        var aggregator = new BarAggregator(Timeframe.M5, BrokerDay.Utc);

        Assert.False(aggregator.Add(new Bar(Midnight.AddMinutes(1), 1.2, 1.3, 1.1, 1.25, 10, 0.01), out _));
        Assert.False(aggregator.Add(new Bar(Midnight.AddMinutes(4), 1.25, 1.5, 1.2, 1.4, 5, 0.02), out _));
        Assert.True(aggregator.Add(new Bar(Midnight.AddMinutes(17), 2, 2, 2, 2, 1), out Bar closed));

        Assert.Equal(new Bar(Midnight, 1.2, 1.5, 1.1, 1.4, 15, 0.02), closed);
        Assert.True(aggregator.Flush(out Bar open));
        Assert.Equal(new Bar(Midnight.AddMinutes(15), 2, 2, 2, 2, 1), open);
        Assert.False(aggregator.Flush(out _));
    }

    [Fact]
    public void Add_Ticks_GivesBidBarsWithTickVolumeAndLastSpread()
    {
        var aggregator = new BarAggregator(Timeframe.M1, BrokerDay.Utc);

        aggregator.Add(new Tick(Midnight.AddSeconds(1), 1, 1.25), out _);
        aggregator.Add(new Tick(Midnight.AddSeconds(1), 3, 3.25), out _);
        aggregator.Add(new Tick(Midnight.AddSeconds(59), 2, 2.5), out _);

        Assert.True(aggregator.Close(Midnight.AddMinutes(1), out Bar closed));
        Assert.Equal(new Bar(Midnight, 1, 3, 1, 2, 3, 0.5), closed);
    }

    [Fact]
    public void Close_BeforeThePeriodEnds_KeepsTheBar()
    {
        var aggregator = new BarAggregator(Timeframe.M1, BrokerDay.Utc);
        aggregator.Add(new Tick(Midnight, 1, 1.5), out _);

        Assert.False(aggregator.Close(Midnight.AddSeconds(59), out _));
        Assert.True(aggregator.Close(Midnight.AddSeconds(60), out _));
        Assert.False(aggregator.Close(Midnight.AddSeconds(61), out _));
    }

    [Fact]
    public void Add_BarBeforeThePeriod_Throws()
    {
        var aggregator = new BarAggregator(Timeframe.M1, BrokerDay.Utc);
        aggregator.Add(new Tick(Midnight, 1, 1.5), out _);

        Assert.Throws<ArgumentException>(() => aggregator.Add(new Tick(Midnight.AddTicks(-1), 1, 1.5), out _));
    }

    [Theory]
    [InlineData(Timeframe.M5, Timeframe.M30)]
    [InlineData(Timeframe.M30, Timeframe.H3)]
    [InlineData(Timeframe.H1, Timeframe.D1)]
    [InlineData(Timeframe.D1, Timeframe.W1)]
    [InlineData(Timeframe.D1, Timeframe.MN1)]
    public void Aggregate_InOneStepOrTwo_GivesTheSameBars(Timeframe between, Timeframe target)
    {
        BarSeries minutes = RandomMinutes(120_000);

        BarSeries direct = BarAggregator.Aggregate(minutes, target, BrokerDay.NewYorkClose);
        BarSeries stepped = BarAggregator.Aggregate(
            BarAggregator.Aggregate(minutes, between, BrokerDay.NewYorkClose), target, BrokerDay.NewYorkClose);

        Assert.True(direct.Count > 1);
        Assert.Equal(Bars(direct), Bars(stepped));
        Assert.Equal(minutes.Volume.ToArray().Sum(), direct.Volume.ToArray().Sum());
        Assert.All(Bars(direct), bar => Assert.Equal(bar.Time, BarPeriod.Of(target, bar.Time, BrokerDay.NewYorkClose).Start));
    }

    [Theory]
    [InlineData(Timeframe.M4, Timeframe.M6)]
    [InlineData(Timeframe.W1, Timeframe.MN1)]
    [InlineData(Timeframe.H1, Timeframe.H1)]
    [InlineData(Timeframe.H1, Timeframe.M30)]
    public void Aggregate_UnevenTimeframes_Throws(Timeframe finer, Timeframe longer) =>
        Assert.Throws<ArgumentException>(() => BarAggregator.Aggregate(BarSeries.From("X", finer, "test", []), longer, BrokerDay.Utc));

    private static IEnumerable<Bar> Bars(BarSeries series) => Enumerable.Range(0, series.Count).Select(i => series[i]);

    // Three winter months across the change of the clocks, with holes.
    private static BarSeries RandomMinutes(int count)
    {
        var random = new Random(7);
        var time = new DateTime(2024, 1, 15, 0, 0, 0, DateTimeKind.Utc);
        var bars = new List<Bar>(count);
        for (int i = 0; i < count; i++)
        {
            time = time.AddMinutes(random.Next(200) == 0 ? random.Next(1, 300) : 1);
            double open = 1 + random.NextDouble();
            double close = 1 + random.NextDouble();
            bars.Add(new Bar(time, open, Math.Max(open, close) + 0.1, Math.Min(open, close) - 0.1, close, random.Next(50), 0.0001));
        }

        return BarSeries.From("EURUSD", Timeframe.M1, "test", bars);
    }
}
