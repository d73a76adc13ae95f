using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Analysis.Patterns.Charts;

/// <summary>
/// Double and triple tops, heads and shoulders, and their mirror images, after Edwards and Magee (Technical Analysis of Stock Trends, 1948). Prices
/// count as equal within three quarters of an average true range; a pattern is at least two of them high.
/// </summary>
internal static class Reversals
{
    private const double Equal = 0.75;
    private const double LeastHeight = 2;

    /// <summary>The patterns that end with a turning point.</summary>
    /// <param name="points">Alternating turning points.</param>
    /// <param name="last">Which of them is the last.</param>
    /// <param name="range">Average true range at it.</param>
    public static IEnumerable<Shape> At(IReadOnlyList<SwingPoint> points, int last, double range)
    {
        // Seen from below, a bottom is a top.
        double sign = points[last].Kind == SwingKind.High ? 1 : -1;
        double P(int back) => sign * points[last - back].Price;
        if (last >= 4 && P(2) - Math.Max(P(0), P(4)) >= range && Near(P(0), P(4), 1.5) && P(0) - Math.Max(P(1), P(3)) >= range)
        {
            SwingPoint left = points[last - 3];
            SwingPoint right = points[last - 1];
            double slope = (right.Price - left.Price) / (right.Bar - left.Bar);
            double Neck(int bar) => right.Price + (slope * (bar - right.Bar));
            double height = Math.Abs(points[last - 2].Price - Neck(points[last - 2].Bar));
            yield return Made(sign > 0 ? "head_shoulders" : "inverse_head_shoulders", 4, Neck, points[last - 2].Price, height, Math.Abs(P(0) - P(4)));
        }

        if (last >= 4 && Near(P(0), P(2), 1) && Near(P(2), P(4), 1) && Near(P(0), P(4), 1))
        {
            double neck = Math.Min(P(1), P(3));
            double height = ((P(0) + P(2) + P(4)) / 3) - neck;
            if (height >= LeastHeight * range)
            {
                yield return Made(sign > 0 ? "triple_top" : "triple_bottom", 4, _ => sign * neck, sign * Math.Max(P(0), Math.Max(P(2), P(4))), height, Math.Abs(P(0) - P(4)));
            }
        }
        else if (last >= 2 && Near(P(0), P(2), 1) && ((P(0) + P(2)) / 2) - P(1) >= LeastHeight * range)
        {
            yield return Made(sign > 0 ? "double_top" : "double_bottom", 2, _ => sign * P(1), sign * Math.Max(P(0), P(2)), ((P(0) + P(2)) / 2) - P(1), Math.Abs(P(0) - P(2)));
        }

        bool Near(double a, double b, double times) => Math.Abs(a - b) <= Equal * times * range;

        // 50, up to 25 for equal prices, and up to 25 for a height of six ranges.
        Shape Made(string name, int back, Func<int, double> neck, double extreme, double height, double apart)
        {
            double score = 50 + (25 * Math.Clamp(1 - (apart / (1.5 * Equal * range)), 0, 1)) + (25 * Math.Clamp(height / range / 6, 0, 1));
            return sign > 0
                ? new Shape(name, Direction.Down, points[last - back].Bar, points[last].Bar, points[last].KnownAt, _ => extreme, neck, height, score)
                : new Shape(name, Direction.Up, points[last - back].Bar, points[last].Bar, points[last].KnownAt, neck, _ => extreme, height, score);
        }
    }
}
