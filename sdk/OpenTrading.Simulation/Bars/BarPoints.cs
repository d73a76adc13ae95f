using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Costs;

namespace OpenTrading.Simulation.Bars;

/// <summary>One bar in whole points of its instrument. Prices are bid; the ask is <see cref="Spread"/> above throughout the bar.</summary>
/// <param name="Time">UTC instant at which the bar opened, <see cref="DateTime.Ticks"/>.</param>
/// <param name="Open">First bid.</param>
/// <param name="High">Highest bid.</param>
/// <param name="Low">Lowest bid.</param>
/// <param name="Close">Last bid.</param>
/// <param name="Spread">Ask minus bid.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct BarPoints(long Time, int Open, int High, int Low, int Close, int Spread)
{
    /// <summary>Rounds a bar to points: floor(price * 10^digits + 0.5).</summary>
    /// <exception cref="ArgumentException">Open or close lies outside low and high, or the spread is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A price is not finite or beyond 1,000,000,000 points.</exception>
    public static BarPoints From(Instrument instrument, in Bar bar, SpreadModel spread)
    {
        var points = new BarPoints(
            bar.Time.Ticks,
            PointPrices.FromMarket(instrument, bar.Open),
            PointPrices.FromMarket(instrument, bar.High),
            PointPrices.FromMarket(instrument, bar.Low),
            PointPrices.FromMarket(instrument, bar.Close),
            spread.Points(bar.Time.Ticks, PointPrices.Spread(instrument, bar.Spread)));
        return points.IsSound ? points : throw Unsound(instrument, bar, points.Spread);
    }

    /// <summary>Whether low &lt;= open, close &lt;= high and the spread is not negative.</summary>
    public bool IsSound => Low <= Open && Open <= High && Low <= Close && Close <= High && Spread >= 0;

    internal static ArgumentException Unsound(Instrument instrument, in Bar bar, int spread) => new(
        $"{instrument.Symbol} {bar.Time:yyyy-MM-dd HH:mm}: open {bar.Open} and close {bar.Close} must lie between low {bar.Low} "
        + $"and high {bar.High}, and the spread {spread} must not be negative. Repair or drop the bar.");
}
