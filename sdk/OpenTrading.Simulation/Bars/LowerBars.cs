using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Bars;

/// <summary>Runs the bars of a lower timeframe in place of the bars a strategy sees, so that what happened inside them is known.</summary>
/// <threadsafety>One thread at a time; an object for each run.</threadsafety>
public sealed class LowerBars
{
    private readonly PointBars _higher;
    private readonly PointBars _lower;

    /// <summary>Pairs the strategy's bars with the lower ones.</summary>
    /// <param name="higher">Bars of the strategy.</param>
    /// <param name="lower">Bars of the same instrument in a lower timeframe.</param>
    /// <exception cref="ArgumentException">The two belong to different instruments.</exception>
    public LowerBars(PointBars higher, PointBars lower)
    {
        if (higher.Instrument != lower.Instrument)
        {
            throw new ArgumentException($"Lower bars of {lower.Instrument.Symbol} cannot stand in for {higher.Instrument.Symbol}.");
        }

        _higher = higher;
        _lower = lower;
    }

    /// <summary>Bars so far without lower bars, run by the engine's intrabar model instead.</summary>
    public int FallbackBars { get; private set; }

    /// <summary>Runs strategy bar <paramref name="index"/>: all lower bars that open from its time up to the next bar's.</summary>
    public void Run(MatchingEngine engine, int instrument, int index)
    {
        int first = _lower.FirstAt(_higher[index].Time);
        int end = index + 1 < _higher.Count ? _lower.FirstAt(_higher[index + 1].Time) : _lower.Count;
        if (first == end)
        {
            FallbackBars++;
            engine.OnBar(instrument, _higher[index]);
            return;
        }

        for (int i = first; i < end; i++)
        {
            engine.OnBar(instrument, _lower[i], startsStrategyBar: i == first);
        }
    }
}
