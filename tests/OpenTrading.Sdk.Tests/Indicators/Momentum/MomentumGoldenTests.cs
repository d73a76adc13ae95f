using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Momentum;

/// <summary>Values worked out by hand, for machines without the references.</summary>
public class MomentumGoldenTests
{
    [Fact]
    public void Rsi_OfTwo_WeighsGainsAgainstLosses()
    {
        Rsi rsi = new(2);
        double[] actual = [.. new double[] { 10, 12, 11, 11, 15 }.Select(rsi.Update)];

        // Averages of gains 1, 0.5, 2.25 and of losses 0.5, 0.25, 0.125.
        Assert.Equal([double.NaN, double.NaN, 100 - (100 / 3.0), 100 - (100 / 3.0), 100 - (100 / 19.0)], actual);
    }

    [Fact]
    public void Rsi_WithoutLoss_IsHundred()
    {
        Rsi rsi = new(2);
        rsi.Update(1);
        rsi.Update(2);

        Assert.Equal(100, rsi.Update(3));
    }

    [Fact]
    public void Rsi_InAStrategysCondition_IsFalseUntilWarm()
    {
        Rsi rsi = new(2);
        Bar bar = new(default, 1, 1, 1, 1);

        Assert.False(rsi.Update(bar) < 30);
        Assert.False(rsi.Update(bar) > 70);
    }

    [Fact]
    public void Macd_OfAStraightLine_IsTheDifferenceOfTheLags()
    {
        Macd macd = new(2, 4, 3);
        MacdValue value = default;
        for (int i = 1; i <= 6; i++)
        {
            value = macd.Update(i);
        }

        // An average of n lags a line by (n - 1) / 2: the fast one by 0.5, the slow one by 1.5.
        Assert.Equal(new MacdValue(1, 1, 0, 5.5, 4.5), Round(value));
    }

    [Fact]
    public void Stochastic_CloseAtTheHigh_IsHundred()
    {
        Stochastic stochastic = new(3, 1, 1);
        stochastic.Update(new Bar(default, 2, 3, 1, 2));
        stochastic.Update(new Bar(default, 2, 4, 2, 3));

        Assert.Equal(new StochasticValue(100, 100, 100), stochastic.Update(new Bar(default, 3, 5, 3, 5)));
        Assert.Equal(25, stochastic.Update(new Bar(default, 5, 6, 2, 3)).Oscillator);
    }

    [Fact]
    public void WilliamsR_CloseInTheMiddle_IsMinusFifty()
    {
        WilliamsR williams = new(1);

        Assert.Equal(-50, williams.Update(new Bar(default, 1, 3, 1, 2)));
    }

    [Fact]
    public void Roc_OfTwo_IsTheChangeInPercent()
    {
        Roc roc = new(2);
        roc.Update(50);
        roc.Update(1);

        Assert.Equal(new RocValue(10, 20), roc.Update(60));
    }

    [Fact]
    public void Cci_OfThree_DividesByTheMeanDeviation()
    {
        Cci cci = new(3);
        cci.Update(Flat(1));
        cci.Update(Flat(2));

        // Mean 2, mean deviation 2/3.
        Assert.Equal(100, cci.Update(Flat(3)), 12);
    }

    private static Bar Flat(double price) => new(default, price, price, price, price);

    private static MacdValue Round(MacdValue value) => new(
        Math.Round(value.Macd, 12),
        Math.Round(value.Signal, 12),
        Math.Round(value.Histogram, 12),
        Math.Round(value.FastEma, 12),
        Math.Round(value.SlowEma, 12));
}
