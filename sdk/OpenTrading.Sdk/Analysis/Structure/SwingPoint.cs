using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Analysis.Structure;

/// <summary>A turning point of the price: a high above, or a low below, those of the bars on either side.</summary>
/// <param name="Kind">Its side.</param>
/// <param name="Price">Where the price turned, price units.</param>
/// <param name="Bar">The bar that turned.</param>
/// <param name="KnownAt">The bar at whose close the turn was known.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct SwingPoint(SwingKind Kind, double Price, int Bar, int KnownAt)
{
    /// <summary>Bars on either side where a caller does not say.</summary>
    public const int UsualSpan = 3;

    /// <summary>All turning points, in the order in which they became known; a high before a low of the same bar.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="span">Bars on either side.</param>
    public static IReadOnlyList<SwingPoint> Of(BarSeries bars, int span = UsualSpan)
    {
        var fractal = new Fractal(span);
        List<SwingPoint> points = [];
        for (int i = 0; i < bars.Count; i++)
        {
            FractalValue turn = fractal.Update(bars[i]);
            if (!double.IsNaN(turn.Bear))
            {
                points.Add(new SwingPoint(SwingKind.High, turn.Bear, i - span, i));
            }

            if (!double.IsNaN(turn.Bull))
            {
                points.Add(new SwingPoint(SwingKind.Low, turn.Bull, i - span, i));
            }
        }

        return points;
    }
}
