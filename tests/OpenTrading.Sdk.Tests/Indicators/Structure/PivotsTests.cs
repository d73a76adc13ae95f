using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Structure;

public class PivotsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(7, 3)]
    public void Points_UnequalSpans_AreTheBarsAboveAllOthersInTheWindow(int leftSpan, int rightSpan)
    {
        Bar[] bars = RandomWalk.Bars(500, seed: 41);
        double[][] series = FinishedSeries.Of(new Pivots(leftSpan, rightSpan), bars);

        double[] highs = [.. bars.Select((bar, i) => IsHighest(bars, i, leftSpan, rightSpan) ? bar.High : double.NaN)];
        Assert.Contains(highs, high => !double.IsNaN(high));
        Assert.Equal(highs, series[0]);
    }

    [Fact]
    public void Update_SecondHigh_RevealsLineAndTrend()
    {
        Pivots pivots = new(1, 1);
        foreach (double high in new double[] { 5, 9, 5, 6, 7 })
        {
            pivots.Update(new Bar(default, 3, high, 2, 3));
        }

        PivotsValue value = pivots.Update(new Bar(default, 3, 6, 2, 3));

        Assert.Equal(new PivotsValue(7, double.NaN, PivotTrend.LowerHigh, null), value);
        Assert.Equal(
            [Revision.At(0, 1, 7), new Revision(1, 4, 9, 1, 7), new Revision(2, 3, 1, 1, 1)],
            pivots.Revisions.ToArray());
    }

    [Fact]
    public void Update_HighsTooFarApart_AreNotJoined()
    {
        Pivots pivots = new(1, 1, maxTrendPeriod: 2);
        foreach (double high in new double[] { 5, 9, 5, 6, 7 })
        {
            pivots.Update(new Bar(default, 3, high, 2, 3));
        }

        Assert.Null(pivots.Update(new Bar(default, 3, 6, 2, 3)).HighTrend);
        Assert.Equal([Revision.At(0, 1, 7)], pivots.Revisions.ToArray());
    }

    private static bool IsHighest(Bar[] bars, int index, int leftSpan, int rightSpan) =>
        index >= leftSpan
        && index + rightSpan < bars.Length
        && Enumerable.Range(index - leftSpan, leftSpan + rightSpan + 1).All(i => i == index || bars[i].High < bars[index].High);
}
