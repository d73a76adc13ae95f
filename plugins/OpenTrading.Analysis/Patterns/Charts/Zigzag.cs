using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Patterns.Charts;

/// <summary>Turning points that alternate: of several highs, or lows, in a row only the most extreme.</summary>
internal static class Zigzag
{
    /// <summary>The points, oldest first.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="span">Bars on either side of a turning point.</param>
    public static IReadOnlyList<SwingPoint> Of(BarSeries bars, int span)
    {
        List<SwingPoint> points = [];
        foreach (SwingPoint point in SwingPoint.Of(bars, span))
        {
            if (points is not [.., { } last] || last.Kind != point.Kind)
            {
                points.Add(point);
            }
            else if (point.Kind == SwingKind.High ? point.Price > last.Price : point.Price < last.Price)
            {
                points[^1] = point;
            }
        }

        return points;
    }
}
