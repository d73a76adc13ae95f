using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Testing.Markets;

namespace OpenTrading.Sdk.Testing.Indicators;

/// <summary>What every streaming indicator promises: values depend on the bars alone, a reset forgets all of them, and a bar costs no allocation.</summary>
public abstract class IndicatorContract
{
    /// <summary>Bars of the runs, oldest first.</summary>
    /// <value>Default: 1500 of <see cref="SampleMarket"/>; an indicator needs some more than its warm-up.</value>
    protected virtual IReadOnlyList<Bar> Bars => SampleMarket.Bars(SampleMarket.EurUsd, Timeframe.H1, 1500, seed: 11);

    /// <summary>Creates the indicator, fresh.</summary>
    protected abstract IIndicator Create();

    /// <summary>The bar of the reference at the time of a bar, for an indicator of two series.</summary>
    /// <param name="bar">One of <see cref="Bars"/>.</param>
    /// <returns>Default: a bar whose close lies as far above the open as the low lies below it.</returns>
    protected virtual Bar ReferenceOf(Bar bar) => bar with { Close = bar.Open + (bar.Open - bar.Low) };

    /// <summary>The value at a bar is the one a fresh indicator gives that saw the bars up to it and no others, whatever its siblings were fed.</summary>
    [Fact]
    public void Update_BarByBar_EqualsAFreshRunUpToThere()
    {
        IReadOnlyList<Bar> bars = Bars;
        double[][] streamed = Run(Create(), bars);
        for (int count = bars.Count; count > 0; count -= Math.Max(1, bars.Count / 12))
        {
            // A sibling in between, on other prices: what it shares with this one shows.
            Run(Create(), SampleMarket.Bars(SampleMarket.EurUsd, Timeframe.H1, 50, seed: count));
            AssertSame(streamed[..count], Run(Create(), bars.Take(count)), $"a fresh run over the first {count} bars");
        }
    }

    /// <summary>After a reset the same bars give the same bits.</summary>
    [Fact]
    public void Reset_AfterBars_RepeatsTheSame()
    {
        IReadOnlyList<Bar> bars = Bars;
        IIndicator indicator = Create();
        double[][] first = Run(indicator, bars);

        indicator.Reset();

        Assert.False(indicator.IsReady, "It is ready right after a reset; it must know nothing.");
        AssertSame(first, Run(indicator, bars), "the same bars after a reset");
    }

    /// <summary>It becomes ready within the bars, and not before its warm-up.</summary>
    [Fact]
    public void IsReady_TheBars_ComesAfterTheWarmup()
    {
        IReadOnlyList<Bar> bars = Bars;
        IIndicator indicator = Create();
        double[] row = new double[indicator.Outputs.Count];
        int taken = 0;
        while (!indicator.IsReady && taken < bars.Count)
        {
            Update(indicator, bars[taken++], row);
        }

        Assert.True(indicator.IsReady, $"It is not ready after {taken} bars; its warm-up is {indicator.WarmupBars}. Override Bars with more of them.");
        Assert.True(taken >= indicator.WarmupBars, $"It is ready after {taken} bars; WarmupBars says {indicator.WarmupBars}.");
    }

    /// <summary>Output names are there and differ.</summary>
    [Fact]
    public void Outputs_Names_AreDistinct()
    {
        IReadOnlyList<string> outputs = Create().Outputs;

        Assert.NotEmpty(outputs);
        Assert.Equal(outputs.Distinct(), outputs);
        Assert.DoesNotContain(outputs, string.IsNullOrWhiteSpace);
    }

    /// <summary>An update allocates nothing, however long the history.</summary>
    [Fact]
    public void Update_AnyBar_AllocatesNothing()
    {
        Bar[] bars = [.. Bars];
        IIndicator indicator = Create();
        double[] row = new double[indicator.Outputs.Count];

        // The runtime itself allocates now and then while it compiles; an update that did would show in every pass.
        long least = Enumerable.Range(0, 5).Min(_ => Allocated(indicator, bars, row));

        Assert.True(least == 0, $"{bars.Length} updates allocated {least} bytes; keep buffers in fields and avoid LINQ, boxing and closures.");
    }

    private void Update(IIndicator indicator, in Bar bar, double[] row)
    {
        if (indicator is IPairIndicator pair)
        {
            pair.Update(in bar, ReferenceOf(bar), row);
        }
        else
        {
            indicator.Update(in bar, row);
        }
    }

    private long Allocated(IIndicator indicator, Bar[] bars, double[] row)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (ref readonly Bar bar in bars.AsSpan())
        {
            Update(indicator, in bar, row);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private double[][] Run(IIndicator indicator, IEnumerable<Bar> bars) => [.. bars.Select(bar =>
    {
        double[] row = new double[indicator.Outputs.Count];
        Update(indicator, bar, row);
        return row;
    })];

    // By bits: NaN equals NaN, and 0.1 + 0.2 is not 0.3.
    private static void AssertSame(double[][] expected, double[][] actual, string when)
    {
        for (int bar = 0; bar < expected.Length; bar++)
        {
            Assert.True(
                expected[bar].AsSpan().SequenceEqual(actual[bar]),
                FormattableString.Invariant($"Bar {bar} gave ({string.Join(", ", expected[bar])}), and ({string.Join(", ", actual[bar])}) in {when}. Values must depend on the bars alone."));
        }
    }
}
