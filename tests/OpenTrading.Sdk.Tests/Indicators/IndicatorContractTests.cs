using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>What every indicator promises, whatever it computes.</summary>
public class IndicatorContractTests
{
    public static TheoryData<string> Ids => [.. IndicatorClass.ById.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Reset_AfterManyBars_RepeatsTheSameBits(string id)
    {
        Bar[] bars = RandomWalk.Bars(700, seed: 11);
        IIndicator indicator = IndicatorClass.Create(id);
        double[][] first = FinishedSeries.Of(indicator, bars);

        indicator.Reset();
        double[][] second = FinishedSeries.Of(indicator, bars);

        Assert.Equal(Bits(first), Bits(second));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void IsReady_AfterReset_IsFalse(string id)
    {
        IIndicator indicator = IndicatorClass.Create(id);
        FinishedSeries.Of(indicator, RandomWalk.Bars(700, seed: 12));

        indicator.Reset();

        Assert.False(indicator.IsReady);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Update_AnyBar_AllocatesNothing(string id)
    {
        Bar[] bars = RandomWalk.Bars(5_000, seed: 13);
        IIndicator indicator = IndicatorClass.Create(id);
        double[] row = new double[indicator.Outputs.Count];

        // The runtime itself allocates now and then while it compiles; an update that did would show in every pass.
        long least = Enumerable.Range(0, 5).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            UpdateAll(indicator, bars, row);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Equal(0, least);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Update_TwoOfAKind_DoNotShareState(string id)
    {
        Bar[] bars = RandomWalk.Bars(300, seed: 14);
        double[][] alone = FinishedSeries.Of(IndicatorClass.Create(id), bars);

        IIndicator indicator = IndicatorClass.Create(id);
        FinishedSeries.Of(IndicatorClass.Create(id), RandomWalk.Bars(100, seed: 15));
        double[][] beside = FinishedSeries.Of(indicator, bars);

        Assert.Equal(Bits(alone), Bits(beside));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Update_PricesOfZero_ThrowsNothing(string id)
    {
        Bar[] zeros = [.. RandomWalk.Bars(300, seed: 16).Select(bar => new Bar(bar.Time, 0, 0, 0, 0))];

        double[][] series = FinishedSeries.Of(IndicatorClass.Create(id), zeros);

        Assert.DoesNotContain(series, output => output.Any(double.IsInfinity));
    }

    [ReferenceTheory("indicators")]
    [MemberData(nameof(Ids))]
    public void Update_QuotesOfZero_ThrowsNothing(string id)
    {
        Bar[] zeros = QuoteFile.Read("zeros.csv");

        double[][] series = FinishedSeries.Of(IndicatorClass.Create(id), zeros);

        Assert.All(series, output => Assert.Equal(zeros.Length, output.Length));
        Assert.DoesNotContain(series, output => output.Any(double.IsInfinity));
    }

    private static void UpdateAll(IIndicator indicator, Bar[] bars, double[] row)
    {
        foreach (ref readonly Bar bar in bars.AsSpan())
        {
            FinishedSeries.Update(indicator, in bar, FinishedSeries.Beside(in bar), row);
        }
    }

    private static long[][] Bits(double[][] series) =>
        [.. series.Select(output => output.Select(BitConverter.DoubleToInt64Bits).ToArray())];
}
