using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Trend;

public class LinearRegressionTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(14)]
    [InlineData(100)]
    public void Update_RandomWalk_EqualsAFitToTheWindow(int period)
    {
        Bar[] bars = RandomWalk.Bars(400, seed: 52);
        double[] closes = Plain.Closes(bars);

        Plain.AssertEqual(Plain.Rolling(closes, period, w => Fit(w).End), Plain.Streamed(new LinearRegression(period), bars, "value"));
        Plain.AssertEqual(Plain.Rolling(closes, period, w => Fit(w).Slope), Plain.Streamed(new LinearRegression(period), bars, "slope"));
        Plain.AssertEqual(Plain.Rolling(closes, period, w => Fit(w).R2), Plain.Streamed(new LinearRegression(period), bars, "r2"));
        Plain.AssertEqual(Plain.Rolling(closes, period, w => Fit(w).Slope), Plain.Streamed(new Slope(period), bars));
        Plain.AssertEqual(Plain.Rolling(closes, period, w => Fit(w).End), Plain.Streamed(new Lsma(period), bars));
    }

    [Fact]
    public void Update_EqualValues_HasNoFit()
    {
        LinearRegression line = new(5);
        for (int i = 0; i < 12; i++)
        {
            line.Update(1.17);
        }

        Assert.Equal(new LinearRegressionValue(1.17, 0, double.NaN), line.Value);
    }

    [Fact]
    public void Slope_SmallAgainstThePrice_KeepsItsDigits()
    {
        const double Step = 1e-7;
        Slope slope = new(50);
        for (int i = 0; i < 1_000; i++)
        {
            slope.Update(65_536 + (i * Step));
        }

        Assert.InRange(slope.Value, Step * (1 - 1e-3), Step * (1 + 1e-3));
    }

    private static (double End, double Slope, double R2) Fit(double[] window)
    {
        double middle = (window.Length - 1) / 2.0;
        double mean = window.Average();
        double squares = window.Select((_, x) => (x - middle) * (x - middle)).Sum();
        double slope = window.Select((y, x) => (x - middle) * (y - mean)).Sum() / squares;
        double spread = window.Sum(y => (y - mean) * (y - mean));
        return (mean + (slope * middle), slope, spread == 0 ? double.NaN : slope * slope * squares / spread);
    }
}
