using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Averages;

public class SmaTests
{
    [Fact]
    public void Update_FewerThanPeriod_IsNotReady()
    {
        Sma sma = new(3);

        Assert.Equal(double.NaN, sma.Update(1));
        Assert.Equal(double.NaN, sma.Update(2));
        Assert.False(sma.IsReady);
        Assert.Equal(2, sma.Update(3));
        Assert.True(sma.IsReady);
        Assert.Equal(3, sma.Update(4));
        Assert.Equal(3, sma.Value);
    }

    [Fact]
    public void Update_Bar_TakesTheClose()
    {
        Sma sma = new(2);
        sma.Update(new Bar(default, 9, 9, 9, 1));

        Assert.Equal(2, sma.Update(new Bar(default, 9, 9, 9, 3)));
    }

    [Fact]
    public void Update_TenMillionValues_StaysExact()
    {
        const int Count = 10_000_000;
        const int Period = 20;
        Random random = new(21);
        Sma sma = new(Period);
        double[] recent = new double[Period];
        double worst = 0;
        for (int i = 0; i < Count; i++)
        {
            // The rounding of large values must not remain when they have become small.
            double scale = i < Count / 2 ? 1e4 : 1;
            recent[i % Period] = scale * (1 + random.NextDouble());
            sma.Update(recent[i % Period]);
            if (i >= Period && (i % 99_991 == 0 || i >= Count - 100))
            {
                double fresh = recent.Sum() / Period;
                worst = Math.Max(worst, Math.Abs(sma.Value - fresh) / fresh);
            }
        }

        Assert.InRange(worst, 0, 1e-12);
    }

    [Fact]
    public void Update_InfinityLeavesTheWindow_RecoversWithinTwoWindows()
    {
        Sma sma = new(5);
        sma.Update(double.PositiveInfinity);
        for (int i = 0; i < 10; i++)
        {
            sma.Update(7);
        }

        Assert.Equal(7, sma.Value);
    }
}
