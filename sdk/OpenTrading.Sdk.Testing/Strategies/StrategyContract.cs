using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Testing.Markets;

namespace OpenTrading.Sdk.Testing.Strategies;

/// <summary>What every strategy promises: the same bars give the same signals, no bar is known before it closed, every number is sound.</summary>
/// <remarks>Derive a class, say how to create the strategy, and xunit runs the suite over it.</remarks>
public abstract class StrategyContract
{
    // Where the strategy acted it may have looked ahead, so that is where the future is exchanged; some quiet bars are for what it left undone.
    private const int BusyCuts = 12;
    private const int QuietCuts = 6;

    /// <summary>Bars of the runs, oldest first.</summary>
    /// <value>Default: 3000 of <see cref="SampleMarket"/>. A strategy that finds nothing there needs a market of its own.</value>
    protected virtual IReadOnlyList<Bar> Bars => SampleMarket.Bars(Instrument, Timeframe, 3000, seed: 7);

    /// <summary>What the strategy trades.</summary>
    /// <value>Default EURUSD.</value>
    protected virtual Instrument Instrument => SampleMarket.EurUsd;

    /// <summary>Bar length.</summary>
    /// <value>Default H1.</value>
    protected virtual Timeframe Timeframe => Timeframe.H1;

    /// <summary>Creates the strategy as a session does: fresh, once for each run.</summary>
    protected abstract Strategy Create();

    /// <summary>
    /// Called before each run with all of its bars, those still to come included. A strategy that takes prices from elsewhere too, from a store, a
    /// file or a static, gets them there from here; else the suite could not see that it reads ahead. Default: nothing.
    /// </summary>
    /// <param name="bars">Bars of the run.</param>
    protected virtual void Publish(IReadOnlyList<Bar> bars)
    {
    }

    /// <summary>Over the bars the strategy emits something: without that the rest would prove nothing.</summary>
    [Fact]
    public void OnBar_TheBars_EmitsSomething()
    {
        IReadOnlyList<Bar> bars = Bars;
        Assert.True(Run(bars).Count > 0, $"It emitted nothing in {bars.Count} bars, so nothing about it is proved. Override Bars with a market in which it trades.");
    }

    /// <summary>Two fresh strategies emit the same over the same bars.</summary>
    [Fact]
    public void OnBar_SameBarsAgain_EmitsTheSame()
    {
        IReadOnlyList<Bar> bars = Bars;
        IReadOnlyList<Emission> first = Run(bars);
        for (int run = 2; run <= 3; run++)
        {
            AssertSame(first, Run(bars), bars.Count, $"run {run} over the same bars", "It is not deterministic: look for a clock, an unseeded Random, or a static.");
        }
    }

    /// <summary>When the bars after one are exchanged for others, what was emitted up to that bar stays the same.</summary>
    [Fact]
    public void OnBar_OtherFuture_EmitsTheSameUpToThere()
    {
        const string Remedy = "It knows bars that have not closed: look for an index into the future, or for a static that outlives a run.";
        IReadOnlyList<Bar> bars = Bars;
        IReadOnlyList<Emission> expected = Run(bars);
        foreach (int cut in Cuts(expected, bars.Count))
        {
            AssertSame(expected, Run(SampleMarket.WithOtherFuture(bars, Instrument, cut, seed: cut)), cut + 1, $"other bars after bar {cut}", Remedy);

            // A strategy may remember the future from the run before, so the true bars follow each exchanged run.
            AssertSame(expected, Run(bars), bars.Count, $"the same bars after a run with others after bar {cut}", Remedy);
        }
    }

    /// <summary>Every confidence, price and level is a number in its range and on its side of the entry.</summary>
    [Fact]
    public void OnBar_AnyBar_EmitsSoundNumbers()
    {
        string[] faults = [.. Run(Bars).Select(emission => (emission, Fault: EmissionCheck.Fault(emission))).Where(each => each.Fault is not null).Select(each => $"{each.emission}: {each.Fault}.")];

        Assert.True(faults.Length == 0, $"{faults.Length} emissions would be dropped; the first at {faults.FirstOrDefault()}");
    }

    private static IEnumerable<int> Cuts(IReadOnlyList<Emission> emissions, int bars)
    {
        int[] busy = [.. emissions.Select(emission => emission.Index).Distinct()];
        IEnumerable<int> atEmissions = Enumerable.Range(0, Math.Min(BusyCuts, busy.Length)).Select(i => busy[i * busy.Length / Math.Min(BusyCuts, busy.Length)]);
        IEnumerable<int> between = Enumerable.Range(1, QuietCuts).Select(i => i * (bars - 1) / (QuietCuts + 1));
        return atEmissions.Concat(between).Distinct().Order();
    }

    private static void AssertSame(IReadOnlyList<Emission> expected, IReadOnlyList<Emission> actual, int bars, string when, string remedy)
    {
        Emission[] known = [.. expected.TakeWhile(emission => emission.Index < bars)];
        Emission[] found = [.. actual.TakeWhile(emission => emission.Index < bars)];
        int same = known.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            same == known.Length && same == found.Length,
            $"""
            With {when} it emitted something else.
            before: {known.ElementAtOrDefault(same)?.ToString() ?? "nothing more"}
            now:    {found.ElementAtOrDefault(same)?.ToString() ?? "nothing more"}
            {remedy}
            """);
    }

    private IReadOnlyList<Emission> Run(IReadOnlyList<Bar> bars)
    {
        Publish(bars);
        return new StrategyBench(Create(), Instrument, Timeframe).Run(bars).Emissions;
    }
}
