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
    /// <param name="engine">Runs them.</param>
    /// <param name="instrument">Index of the instrument.</param>
    /// <param name="index">The strategy's bar.</param>
    /// <param name="before">Told the opening time of each bar, UTC, before it is run; null when nobody asks.</param>
    /// <returns>False when there are no lower bars, and the bar itself was run.</returns>
    public bool Run(MatchingEngine engine, int instrument, int index, Action<DateTime>? before = null)
    {
        int first = _lower.FirstAt(_higher[index].Time);
        int end = index + 1 < _higher.Count ? _lower.FirstAt(_higher[index + 1].Time) : _lower.Count;
        if (first == end)
        {
            FallbackBars++;
            before?.Invoke(Opening(_higher, index));
            engine.OnBar(instrument, _higher[index]);
            return false;
        }

        for (int i = first; i < end; i++)
        {
            before?.Invoke(Opening(_lower, i));
            engine.OnBar(instrument, _lower[i], startsStrategyBar: i == first);
        }

        return true;
    }

    private static DateTime Opening(PointBars bars, int index) => new(bars.Times[index], DateTimeKind.Utc);
}
