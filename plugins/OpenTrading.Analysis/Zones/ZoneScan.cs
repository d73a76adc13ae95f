using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Zones;

/// <summary>Zones of a series, each from what was known at the close of its bar.</summary>
/// <param name="bars">The bars.</param>
/// <param name="range">Average true range at each.</param>
internal sealed class ZoneScan(BarSeries bars, double[] range)
{
    private const double LeastGap = 0.1;
    private const double Thrust = 1.5;
    private const double Narrow = 0.5;
    private const int MostBase = 3;
    private const int MostBack = 10;

    /// <summary>Zones of a kind.</summary>
    public IEnumerable<Zone> Of(string kind) => kind switch
    {
        ZoneKind.FairValueGap => Gaps(),
        ZoneKind.OrderBlock => OrderBlocks(),
        _ => Bases(),
    };

    // Between the first and the third of three candles, where they do not overlap by at least a tenth of the usual range.
    private IEnumerable<Zone> Gaps()
    {
        for (int i = 2; i < bars.Count; i++)
        {
            if (bars.Low[i] - bars.High[i - 2] >= LeastGap * range[i])
            {
                yield return new Zone(ZoneKind.FairValueGap, Direction.Up, bars.Low[i], bars.High[i - 2], i);
            }
            else if (bars.Low[i - 2] - bars.High[i] >= LeastGap * range[i])
            {
                yield return new Zone(ZoneKind.FairValueGap, Direction.Down, bars.Low[i - 2], bars.High[i], i);
            }
        }
    }

    // The last candle against a move that broke the structure.
    private IEnumerable<Zone> OrderBlocks()
    {
        foreach ((int bar, _, _, Direction direction) in new MarketStructure(bars, SwingPoint.Of(bars)).Breaks)
        {
            for (int i = bar - 1; i >= Math.Max(0, bar - MostBack); i--)
            {
                if (direction == Direction.Up ? bars.Close[i] < bars.Open[i] : bars.Close[i] > bars.Open[i])
                {
                    yield return new Zone(ZoneKind.OrderBlock, direction, bars.High[i], bars.Low[i], bar);
                    break;
                }
            }
        }
    }

    // One to three narrow candles left by one whose body is one and a half times the usual range.
    private IEnumerable<Zone> Bases()
    {
        for (int i = MostBase; i < bars.Count; i++)
        {
            double body = bars.Close[i] - bars.Open[i];
            if (!(Math.Abs(body) >= Thrust * range[i - 1]))
            {
                continue;
            }

            (double top, double bottom) = (double.MinValue, double.MaxValue);
            for (int j = i - 1; j >= i - MostBase && Math.Abs(bars.Close[j] - bars.Open[j]) <= Narrow * range[i - 1]; j--)
            {
                (top, bottom) = (Math.Max(top, bars.High[j]), Math.Min(bottom, bars.Low[j]));
            }

            if (top > bottom && (body > 0 ? bars.Close[i] > top : bars.Close[i] < bottom))
            {
                yield return new Zone(ZoneKind.SupplyDemand, body > 0 ? Direction.Up : Direction.Down, top, bottom, i);
            }
        }
    }
}
