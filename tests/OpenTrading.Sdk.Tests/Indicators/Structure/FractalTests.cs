using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Structure;

public class FractalTests
{
    [Fact]
    public void Update_HighAboveBothSides_IsConfirmedSpanBarsLater()
    {
        Fractal fractal = new(2);
        double[] highs = [5, 6, 9, 7, 8];
        FractalValue[] values = [.. highs.Select(high => fractal.Update(new Bar(default, 3, high, 2, 3)))];

        Assert.All(values[..4], value => Assert.Equal(FractalValue.None, value));
        Assert.Equal(new FractalValue(9, double.NaN), values[4]);
        Assert.Equal([Revision.At(0, 2, 9)], fractal.Revisions.ToArray());
    }

    [Fact]
    public void Update_EqualHighBesideIt_IsNone()
    {
        Fractal fractal = new(1);
        double[] highs = [5, 9, 9, 5];

        Assert.All(highs, high => Assert.Equal(double.NaN, fractal.Update(new Bar(default, 3, high, 2, 3)).Bear));
    }

    [Fact]
    public void Update_ByClose_IgnoresHighsAndLows()
    {
        Fractal fractal = new(1, SwingPrice.Close);
        fractal.Update(new Bar(default, 5, 99, 1, 5));
        fractal.Update(new Bar(default, 5, 6, 2, 4));

        Assert.Equal(new FractalValue(double.NaN, 4), fractal.Update(new Bar(default, 5, 50, 0.5, 5)));
    }
}
