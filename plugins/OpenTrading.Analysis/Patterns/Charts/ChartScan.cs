using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Structure;

namespace OpenTrading.Analysis.Patterns.Charts;

/// <summary>Chart patterns of a lookback.</summary>
internal static class ChartScan
{
    private const int Span = 4;
    private const int LeastPatience = 10;

    /// <summary>The patterns, newest first. A pattern is judged from the bar at which its last turning point was known.</summary>
    public static IEnumerable<PatternMatch> Of(Lookback asked)
    {
        IReadOnlyList<SwingPoint> points = Zigzag.Of(asked.Bars, Span);
        double[] range = asked.Compute("atr(14)")[0];
        for (int last = points.Count - 1; last >= 2 && points[last].Bar >= asked.First; last--)
        {
            double usual = range[points[last].KnownAt];
            IEnumerable<Shape> shapes = usual > 0 ? Reversals.At(points, last, usual) : [];
            if (usual > 0 && Boundaries.At(asked.Bars, points, last, usual) is { } between)
            {
                shapes = shapes.Append(between);
            }

            foreach (Shape shape in shapes)
            {
                yield return Match(asked, shape);
            }
        }
    }

    private static PatternMatch Match(Lookback asked, Shape shape)
    {
        (PatternState state, Direction left, int at) = Outcome(asked, shape);
        Direction side = shape.Side == Direction.None ? left : shape.Side;
        decimal? neckline = side == Direction.None ? null : asked.Price(side == Direction.Up ? shape.Upper(at) : shape.Lower(at));
        double target = side == Direction.Up ? shape.Upper(at) + shape.Height : shape.Lower(at) - shape.Height;
        return new PatternMatch(
            shape.Name,
            side,
            asked.TimeOf(shape.FromBar),
            asked.TimeOf(shape.ToBar),
            state,
            Math.Round(shape.Score, 1),
            neckline,
            side == Direction.None || target <= 0 ? null : asked.Price(target));
    }

    // It has as long to be left as it took to form.
    private static (PatternState State, Direction Left, int At) Outcome(Lookback asked, Shape shape)
    {
        int end = shape.KnownAt + Math.Max(LeastPatience, shape.ToBar - shape.FromBar);
        for (int i = shape.ToBar + 1; i <= Math.Min(end, asked.Bars.Count - 1); i++)
        {
            double close = asked.Bars.Close[i];
            Direction left = close > shape.Upper(i) ? Direction.Up : close < shape.Lower(i) ? Direction.Down : Direction.None;
            if (left != Direction.None)
            {
                return (shape.Side == Direction.None || left == shape.Side ? PatternState.Confirmed : PatternState.Failed, left, i);
            }
        }

        return (end < asked.Bars.Count ? PatternState.Failed : PatternState.Forming, Direction.None, Math.Min(end, asked.Bars.Count - 1));
    }
}
