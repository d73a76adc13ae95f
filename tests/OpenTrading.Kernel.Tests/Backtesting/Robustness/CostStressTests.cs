using OpenTrading.Kernel.Backtesting.Robustness.CostStress;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

public class CostStressTests
{
    [Theory]
    [InlineData(3, 1.5, 5)]
    [InlineData(3, 2, 6)]
    [InlineData(7, 1, 7)]
    [InlineData(0, 2, 0)]
    public void Scaled_RoundsHalfUp(int points, double factor, int expected)
    {
        Assert.Equal(expected, new ScaledSpread(SpreadModel.Recorded, factor).Points(0, points));
        Assert.Equal(expected, new ScaledSlippage(new FixedSlippage(points), factor).Points(0, new Xoshiro256(1)));
    }

    [Fact]
    public void ScaledSlippage_DrawsAsOftenAsTheModel()
    {
        (var plain, var scaled) = (new Xoshiro256(4), new Xoshiro256(4));

        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(new RandomSlippage(0, 9).Points(0, plain) * 2, new ScaledSlippage(new RandomSlippage(0, 9), 2).Points(0, scaled));
        }
    }

    [Fact]
    public void ScaledSlippage_OfAVolatilityModel_KeepsItsRange() => Assert.True(new ScaledSlippage(new VolatilitySlippage(0.1), 2).UsesRange);
}
