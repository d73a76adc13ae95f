using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Analysis.Structure;

/// <summary>
/// The order of highs and lows, as Dow's theory reads it: a close above the latest high, or below the latest low, breaks the structure. The trend
/// is the direction of the latest break. Each turning point counts from the bar at which it was known, and is broken once.
/// </summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class MarketStructure
{
    private readonly List<(int Bar, double Price, bool WithTrend, Direction Direction)> _breaks = [];
    private double? _high;
    private double? _low;
    private double _highest = double.NaN;
    private double _lowest = double.NaN;

    /// <summary>Reads bars.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="swings">Their turning points, in the order in which they became known.</param>
    public MarketStructure(BarSeries bars, IReadOnlyList<SwingPoint> swings)
    {
        int next = 0;
        for (int i = 0; i < bars.Count; i++)
        {
            for (; next < swings.Count && swings[next].KnownAt == i; next++)
            {
                ref double? reference = ref swings[next].Kind == SwingKind.High ? ref _high : ref _low;
                reference = swings[next].Price;
            }

            _highest = Math.Max(double.IsNaN(_highest) ? bars.High[i] : _highest, bars.High[i]);
            _lowest = Math.Min(double.IsNaN(_lowest) ? bars.Low[i] : _lowest, bars.Low[i]);
            if (bars.Close[i] > _high)
            {
                Break(i, _high.Value, Direction.Up);
                (_high, _highest) = (null, bars.High[i]);
            }
            else if (bars.Close[i] < _low)
            {
                Break(i, _low.Value, Direction.Down);
                (_low, _lowest) = (null, bars.Low[i]);
            }
        }
    }

    /// <summary>Direction of the latest break.</summary>
    public Direction Trend { get; private set; }

    /// <summary>The breaks, oldest first: the bar that closed beyond, the turning point in price units, whether it went with the trend, and where to.</summary>
    public IReadOnlyList<(int Bar, double Price, bool WithTrend, Direction Direction)> Breaks => _breaks;

    /// <summary>
    /// A close beyond this price turns the trend: the latest low in a rise, the latest high in a fall; where that was broken before the trend turned,
    /// the extreme since. Null without a trend.
    /// </summary>
    public double? Invalidation => Trend switch
    {
        Direction.Up => _low ?? _lowest,
        Direction.Down => _high ?? _highest,
        _ => null,
    };

    /// <summary>Kinds of turning points, each by the one before it on its side; null for the first.</summary>
    public static IEnumerable<(SwingPoint Point, string? Kind)> Classify(IEnumerable<SwingPoint> swings)
    {
        (double? high, double? low) = (null, null);
        foreach (SwingPoint swing in swings)
        {
            if (swing.Kind == SwingKind.High)
            {
                yield return (swing, high is null ? null : swing.Price > high ? "HH" : "LH");
                high = swing.Price;
            }
            else
            {
                yield return (swing, low is null ? null : swing.Price < low ? "LL" : "HL");
                low = swing.Price;
            }
        }
    }

    private void Break(int bar, double price, Direction direction)
    {
        _breaks.Add((bar, price, Trend == Direction.None || Trend == direction, direction));
        Trend = direction;
    }
}
