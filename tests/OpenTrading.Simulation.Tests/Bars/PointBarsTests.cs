using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Bars;

public class PointBarsTests
{
    private static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void From_Prices_RoundsToTheNearestPoint()
    {
        var bar = BarPoints.From(Instruments.Eurusd, new Bar(Start, 1.32221, 1.3223, 1.3222, 1.322254, 0, 0.00012), SpreadModel.Recorded);

        Assert.Equal(new BarPoints(Start.Ticks, 132221, 132230, 132220, 132225, 12), bar);
    }

    [Fact]
    public void From_NoRecordedSpread_TakesTheTypicalOne()
    {
        var bar = BarPoints.From(Bench.Test with { TypicalSpreadPoints = 4 }, new Bar(Start, 1, 1, 1, 1), SpreadModel.Recorded);

        Assert.Equal(4, bar.Spread);
    }

    [Theory]
    [InlineData(100, 99, 98, 99)]
    [InlineData(100, 101, 100.5, 101)]
    [InlineData(100, 101, 99, 98)]
    public void From_UnsoundBar_NamesSymbolAndTime(double open, double high, double low, double close)
    {
        string message = Assert.Throws<ArgumentException>(() => Series((0, open, high, low, close))).Message;

        Assert.Contains("TEST 2024-01-08 00:00", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(2e7)]
    [InlineData(-1e300)]
    public void From_PriceBeyondThePoints_Throws(double price) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Series((0, price, price, price, price)));

    [Fact]
    public void From_TimesThatDoNotRise_Throws() =>
        Assert.Throws<ArgumentException>(() => Series((0, 1, 1, 1, 1), (0, 1, 1, 1, 1)));

    [Fact]
    public void FirstAt_Times_FindsTheFirstAtOrAfter()
    {
        var bars = Series((0, 1, 1, 1, 1), (60, 1, 1, 1, 1));

        Assert.Equal([0, 1, 1, 2], new[] { 0, 1, 60, 61 }.Select(minute => bars.FirstAt(Start.AddMinutes(minute).Ticks)));
    }

    private static PointBars Series(params (int Minute, double Open, double High, double Low, double Close)[] bars) => PointBars.From(
        Bench.Test,
        BarSeries.From("TEST", Timeframe.M1, "test", [.. bars.Select(b => new Bar(Start.AddMinutes(b.Minute), b.Open, b.High, b.Low, b.Close, 0, 0))]),
        SpreadModel.Recorded);
}
