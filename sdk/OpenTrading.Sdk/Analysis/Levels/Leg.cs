using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Analysis.Levels;

/// <summary>The widest move of a lookback: from its lowest low to its highest high, or back, whichever came last.</summary>
/// <param name="FromBar">Where it began.</param>
/// <param name="ToBar">Where it ended.</param>
/// <param name="From">Price at which it began.</param>
/// <param name="To">Price at which it ended.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct Leg(int FromBar, int ToBar, double From, double To)
{
    /// <summary>Where it went.</summary>
    public Direction Direction => To > From ? Direction.Up : To < From ? Direction.Down : Direction.None;

    /// <summary>The move of some bars. Of equal extremes the earliest counts.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="first">The first that counts, 0 to the last.</param>
    public static Leg Of(BarSeries bars, int first)
    {
        (int high, int low) = (first, first);
        for (int i = first + 1; i < bars.Count; i++)
        {
            high = bars.High[i] > bars.High[high] ? i : high;
            low = bars.Low[i] < bars.Low[low] ? i : low;
        }

        return low <= high
            ? new Leg(low, high, bars.Low[low], bars.High[high])
            : new Leg(high, low, bars.High[high], bars.Low[low]);
    }
}
