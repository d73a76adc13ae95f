using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Structure;

public class HeikinAshiTests
{
    [Fact]
    public void Update_SecondBar_OpensInTheMiddleOfTheFirstBody()
    {
        HeikinAshi bars = new();

        Assert.Equal(new HeikinAshiValue(5, 8, 2, 5, 7), bars.Update(new Bar(default, 4, 8, 2, 6, 7)));
        Assert.Equal(new HeikinAshiValue(5, 12, 5, 9, 8), bars.Update(new Bar(default, 6, 12, 6, 12, 8)));
    }
}
