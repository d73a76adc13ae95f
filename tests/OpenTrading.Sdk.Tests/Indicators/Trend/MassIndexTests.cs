using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Trend;

public class MassIndexTests
{
    [Theory]
    [InlineData(9, 25)]
    [InlineData(3, 1)]
    public void Update_RandomWalk_SumsTheRatiosOfTwoAverages(int emaPeriod, int sumPeriod)
    {
        Bar[] bars = RandomWalk.Bars(300, seed: 54);
        double[] single = Plain.Ema([.. bars.Select(bar => bar.High - bar.Low)], emaPeriod);
        double[] ratios = Plain.Map((once, twice) => once / twice, single, Plain.Ema(single, emaPeriod));

        Plain.AssertEqual(Plain.Rolling(ratios, sumPeriod, w => w.Sum()), Plain.Streamed(new MassIndex(emaPeriod, sumPeriod), bars));
    }

    [Fact]
    public void Update_RangesOfOneSize_IsTheNumberOfBars()
    {
        MassIndex index = new();
        for (int i = 0; i < 60; i++)
        {
            index.Update(new Bar(default, 1, 3, 1, 2));
        }

        Assert.Equal(25, index.Value, 12);
    }
}
