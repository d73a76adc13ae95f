using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Structure;

public class RenkoTests
{
    /// <summary>Bricks of one random walk, as Stock.Indicators (version 3) lays them: their number, those that rise, and the latest.</summary>
    [Theory]
    [InlineData(2.5, SwingPrice.Close, 42, 20, 94, 98.36, 92.36, 96.5)]
    [InlineData(2.5, SwingPrice.HighLow, 51, 25, 96.5, 99.1, 92.36, 99)]
    [InlineData(1, SwingPrice.Close, 236, 117, 97, 98.36, 96.07, 98)]
    [InlineData(0.3, SwingPrice.Close, 1491, 742, 96.9, 99.1, 96.07, 96.6)]
    public void Update_RandomWalk_LaysTheKnownBricks(
        double size, SwingPrice price, int count, int rising, double open, double high, double low, double close)
    {
        List<RenkoValue> bricks = Bricks(new Renko(size, price: price), KnownValues.Bars, size);

        Assert.Equal(count, bricks.Count);
        Assert.Equal(rising, bricks.Count(brick => brick.Close > brick.Open));
        RenkoValue latest = bricks[^1];
        Assert.Equal([open, high, low, close], new[] { latest.Open, latest.High, latest.Low, latest.Close }, (e, a) => Math.Abs(e - a) < 1e-9);
    }

    [Fact]
    public void Update_JumpOfThreeBricks_LaysThemAtOnceAndSharesTheVolume()
    {
        Renko renko = new(2);
        renko.Update(Bar(10, 1));

        Assert.Equal(RenkoValue.None, renko.Update(Bar(11.9, 6)));
        Assert.Equal(new RenkoValue(14, 16.5, 11.9, 16, 5, 3), renko.Update(Bar(16.5, 9)));
        Assert.Equal(0, renko.Update(Bar(14.1, 1)).Bricks);
        Assert.Equal(0, renko.Update(Bar(12.1, 1)).Bricks);
        Assert.Equal(new RenkoValue(14, 14.1, 11.9, 12, 3, -1), renko.Update(Bar(11.9, 1)));
    }

    [Fact]
    public void Update_PriceOnTheGrid_CompletesTheBrick()
    {
        Renko renko = new(0.1);
        renko.Update(Bar(1, 1));

        // (1.3 - 1) / 0.1 is 2.9999999999999996 to a double.
        Assert.Equal(3, renko.Update(Bar(1.3, 1)).Bricks);
    }

    [Fact]
    public void Update_HighAndLow_TakesTheFartherOne()
    {
        Renko renko = new(1, price: SwingPrice.HighLow);
        renko.Update(Bar(10, 1));

        Assert.Equal(-2, renko.Update(new Bar(default, 10, 11.5, 7.9, 11)).Bricks);
    }

    [Fact]
    public void Update_WithoutASize_TakesTheFirstAverageRange()
    {
        Renko renko = new(0, atrPeriod: 2);
        renko.Update(new Bar(default, 10, 11, 9, 10));
        renko.Update(new Bar(default, 10, 11, 9, 10));
        renko.Update(new Bar(default, 10, 12, 8, 10));

        // Ranges of 2 and 4: bricks of 3 from the close of the third bar.
        Assert.Equal(0, renko.Update(Bar(12.9, 1)).Bricks);
        Assert.Equal(new RenkoValue(10, 13, 12.9, 13, 2, 1), renko.Update(Bar(13, 1)));
    }

    private static List<RenkoValue> Bricks(Renko renko, Bar[] bars, double size)
    {
        List<RenkoValue> bricks = [];
        foreach (Bar bar in bars)
        {
            RenkoValue latest = renko.Update(bar);
            for (long below = Math.Abs(latest.Bricks) - 1; below >= 0; below--)
            {
                double step = Math.Sign(latest.Bricks) * size * below;
                bricks.Add(latest with { Open = latest.Open - step, Close = latest.Close - step });
            }
        }

        return bricks;
    }

    private static Bar Bar(double price, double volume) => new(default, price, price, price, price, volume);
}
