using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Structure;

public class ZigZagTests
{
    private static readonly double[] Closes = [100, 105, 110, 120, 112, 106, 100, 104, 111, 121, 116];

    [Fact]
    public void Update_PriceComesBackByThePercentage_ConfirmsTheExtreme()
    {
        ZigZag zigzag = new(percentChange: 10);
        Swing?[] confirmed = [.. Closes.Select(close => zigzag.Update(Flat(close)).Confirmed)];

        Assert.Equal(new Swing(SwingKind.High, 120, 2), confirmed[5]);
        Assert.Equal(new Swing(SwingKind.Low, 100, 2), confirmed[8]);
        Assert.Equal(2, confirmed.Count(swing => swing is not null));
    }

    [Fact]
    public void Revisions_FinishedSeries_DrawLegsAndTheOneInProgress()
    {
        double[][] series = FinishedSeries.Of(new ZigZag(percentChange: 10), [.. Closes.Select(Flat)]);

        double none = double.NaN;
        Assert.Equal([none, none, none, 120, 120 - (20 / 3.0), 120 - (40 / 3.0), 100, 104, 108, 112, 116], series[0], NearEnough);
        Assert.Equal([none, none, none, 1, none, none, -1, none, none, none, none], series[1]);
        Assert.Equal([none, none, none, .. Enumerable.Range(0, 8).Select(i => 120 - (4 * i / 7.0))], series[2], NearEnough);
        Assert.All(series[3], retraceLow => Assert.Equal(none, retraceLow));
    }

    [Fact]
    public void Revisions_PriceBelowAnUnconfirmedRetrace_WithdrawsItAfterTheHigh()
    {
        double[] closes = [.. Closes, 100];
        double[][] series = FinishedSeries.Of(new ZigZag(percentChange: 10), [.. closes.Select(Flat)]);

        Assert.Equal(121, series[2][9]);
        Assert.Equal([double.NaN, double.NaN], series[2][10..]);
        Assert.Equal(100, series[3][6]);
        Assert.Equal(100, series[3][11]);
    }

    [Fact]
    public void Update_ByHighAndLow_TurnsAtTheWicks()
    {
        ZigZag zigzag = new(SwingPrice.HighLow, 10);
        zigzag.Update(new Bar(default, 100, 101, 99, 100));
        zigzag.Update(new Bar(default, 100, 125, 100, 110));

        Assert.Equal(new Swing(SwingKind.High, 125, 1), zigzag.Update(new Bar(default, 115, 118, 112, 117)).Confirmed);
    }

    [Fact]
    public void Update_LongLeg_ReportsFewRevisions()
    {
        ZigZag zigzag = new(percentChange: 5);
        foreach (Bar bar in RandomWalk.Bars(5_000, seed: 51))
        {
            zigzag.Update(bar);

            Assert.InRange(zigzag.Revisions.Length, 0, 6);
        }
    }

    private static Bar Flat(double price) => new(default, price, price, price, price);

    private static bool NearEnough(double expected, double actual) =>
        double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) < 1e-9;
}
