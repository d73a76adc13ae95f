using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Sdk.Tests.Indicators;

public class IndicatorWarmupTests
{
    // Outputs that have no value at some bars after warm-up, because of what they mean.
    private static readonly HashSet<string> Sparse =
    [
        "atr-stop.buyStop", "atr-stop.sellStop",
        "dpo.dpo",
        "fractal.fractalBear", "fractal.fractalBull",
        "ichimoku.chikouSpan",
        "pivot-points.s4", "pivot-points.r4",
        "pivots.highPoint", "pivots.highLine", "pivots.highTrend", "pivots.lowPoint", "pivots.lowLine", "pivots.lowTrend",
        "supertrend.upperBand", "supertrend.lowerBand",
        "zigzag.pointType", "zigzag.retraceHigh", "zigzag.retraceLow",
    ];

    // Indicators whose first value waits for the prices to do something.
    private static readonly HashSet<string> Waiting = ["pivot-points", "psar", "renko", "zigzag"];

    public static TheoryData<string> Ids => [.. IndicatorClass.ById.Keys];

    public static TheoryData<string> Files => [.. ReferenceCase.Files];

    [ReferenceTheory("indicators")]
    [MemberData(nameof(Files))]
    public void WarmupBars_ReferenceQuotes_AreTheBarsWithoutEveryOutput(string file)
    {
        ReferenceCase reference = ReferenceCase.Load(file);

        AssertWarmup(reference.Indicator, reference.Create(), QuoteFile.Read(reference.Quotes));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void WarmupBars_RandomWalk_AreTheBarsWithoutEveryOutput(string id) =>
        AssertWarmup(id, IndicatorClass.Create(id), RandomWalk.Bars(1_000, seed: 17));

    [ReferenceTheory("indicators")]
    [MemberData(nameof(Files))]
    public void IsReady_ReferenceQuotes_ComesAfterTheWarmup(string file)
    {
        ReferenceCase reference = ReferenceCase.Load(file);
        IIndicator indicator = reference.Create();
        double[] row = new double[indicator.Outputs.Count];
        int ready = 0;
        foreach (Bar bar in QuoteFile.Read(reference.Quotes))
        {
            if (indicator.IsReady)
            {
                break;
            }

            indicator.Update(bar, row);
            ready++;
        }

        Assert.True(indicator.IsReady);
        Assert.True(ready >= indicator.WarmupBars, $"ready after {ready} bars, warm after {indicator.WarmupBars}");
    }

    private static void AssertWarmup(string id, IIndicator indicator, Bar[] bars)
    {
        int[] dense = [.. Enumerable.Range(0, indicator.Outputs.Count).Where(output => !Sparse.Contains($"{id}.{indicator.Outputs[output]}"))];
        double[] row = new double[indicator.Outputs.Count];
        bool[] isFull = new bool[bars.Length];
        for (int bar = 0; bar < bars.Length; bar++)
        {
            FinishedSeries.Update(indicator, bars[bar], FinishedSeries.Beside(bars[bar]), row);
            isFull[bar] = dense.All(output => !double.IsNaN(row[output]));
        }

        int first = Array.IndexOf(isFull, true);
        int hole = Array.IndexOf(isFull, false, first);
        Assert.Equal(-1, hole);
        if (Waiting.Contains(id))
        {
            Assert.InRange(indicator.WarmupBars, 1, first + 1);
        }
        else if (dense.Length > 0)
        {
            Assert.Equal(first + 1, indicator.WarmupBars);
        }
    }
}
