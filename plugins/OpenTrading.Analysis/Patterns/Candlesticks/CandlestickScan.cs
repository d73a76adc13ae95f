using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Patterns.Candlesticks;

/// <summary>Candlestick patterns of a lookback.</summary>
internal static class CandlestickScan
{
    private const int Patience = 3;

    /// <summary>The patterns, newest first.</summary>
    public static IEnumerable<PatternMatch> Of(Lookback asked)
    {
        var candles = new Candles(asked.Bars);
        for (int i = asked.Bars.Count - 1; i >= Math.Max(asked.First, Candles.Usual + 3); i--)
        {
            foreach (CandlestickPattern pattern in CandlestickPattern.All)
            {
                if (candles.Range(i) > 0 && pattern.Match(candles, i) is { } side)
                {
                    int first = i - pattern.Bars + 1;
                    yield return new PatternMatch(
                        pattern.Name, side, asked.TimeOf(first), asked.TimeOf(i), State(asked.Bars, first, i, side), Score(candles, first, i, side));
                }
            }
        }
    }

    /// <summary>
    /// Confirmed by a close beyond the pattern to its side within three bars; failed by one to the other side, or by none of both. One that speaks for
    /// neither side is confirmed by being there.
    /// </summary>
    internal static PatternState State(BarSeries bars, int first, int last, Direction side)
    {
        double high = Max(bars.High[first..(last + 1)]);
        double low = -Max([.. bars.Low[first..(last + 1)].ToArray().Select(l => -l)]);
        for (int i = last + 1; side != Direction.None && i <= Math.Min(last + Patience, bars.Count - 1); i++)
        {
            if (bars.Close[i] > high || bars.Close[i] < low)
            {
                return bars.Close[i] > high == (side == Direction.Up) ? PatternState.Confirmed : PatternState.Failed;
            }
        }

        return side == Direction.None ? PatternState.Confirmed : last + Patience < bars.Count ? PatternState.Failed : PatternState.Forming;
    }

    // 50; up to 25 for a range up to twice the usual one; 25 where it comes against the move before it.
    private static double Score(Candles candles, int first, int last, Direction side)
    {
        double widest = Enumerable.Range(first, last - first + 1).Max(candles.Range);
        double size = Math.Clamp(widest / candles.UsualRange(first) / 2, 0, 1);
        Direction before = candles.Before(first);
        return Math.Round(50 + (25 * size) + (side != Direction.None && before != Direction.None && before != side ? 25 : 0), 1);
    }

    private static double Max(ReadOnlySpan<double> values)
    {
        double max = double.MinValue;
        foreach (double value in values)
        {
            max = Math.Max(max, value);
        }

        return max;
    }
}
