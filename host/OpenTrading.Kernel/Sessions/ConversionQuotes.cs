using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Sessions;

/// <summary>
/// Quotes of the pairs that a run does not trade and whose recorded bars convert its profits, so that sizes and rules know the rates that the account is
/// booked at.
/// </summary>
/// <param name="setups">The instruments that are traded.</param>
/// <threadsafety>Immutable.</threadsafety>
internal sealed class ConversionQuotes(IEnumerable<InstrumentSetup> setups)
{
    private readonly (PointBars Bars, long Length)[] _pairs =
        [.. setups.Where(s => s.Conversion?.Bars is not null).Select(s => (s.Conversion!.Bars!, s.BarLength.Ticks)).DistinctBy(p => p.Item1.Instrument.Symbol)];

    /// <summary>Close of the last bar of a pair that had closed by an instant; null before the first, and for any other symbol.</summary>
    /// <param name="symbol">The pair.</param>
    /// <param name="now">UTC instant.</param>
    public Quote? Of(string symbol, DateTime now)
    {
        foreach ((PointBars bars, long length) in _pairs)
        {
            if (bars.Instrument.Symbol == symbol && Last(bars, now.Ticks - length) is { } last)
            {
                decimal point = bars.Instrument.Point;
                return new Quote(symbol, last.Close * point, (last.Close + last.Spread) * point, new DateTime(last.Time + length, DateTimeKind.Utc), $"recorded:{symbol}");
            }
        }

        return null;
    }

    private static BarPoints? Last(PointBars bars, long opened)
    {
        int place = bars.Times.BinarySearch(opened);
        int index = place >= 0 ? place : ~place - 1;
        return index >= 0 ? bars[index] : null;
    }
}
