using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Patterns.Charts;

/// <summary>
/// Patterns between two lines, one through the highs and one through the lows of six turning points, or of four after a steep move: triangles,
/// wedges, rectangles, channels, flags and pennants, after Edwards and Magee. A line is flat when it moves by less than a twentieth of an average true
/// range a bar, and holds when each of its points is within half of one. A flag is at most half as high as the move before it.
/// </summary>
internal static class Boundaries
{
    private const double Flat = 0.05;
    private const double Fit = 0.5;
    private const double Pole = 4;
    private const int PoleBars = 10;
    private const int FlagBars = 25;
    private const double MostOfPole = 0.5;

    /// <summary>The pattern that ends with a turning point; null where there is none.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="points">Alternating turning points.</param>
    /// <param name="last">Which of them is the last.</param>
    /// <param name="range">Average true range at it.</param>
    public static Shape? At(BarSeries bars, IReadOnlyList<SwingPoint> points, int last, double range) =>
        Flags(bars, points, last, range) ?? (last >= 5 ? Of(points, last, 6, range, Name) : null);

    private static Shape? Flags(BarSeries bars, IReadOnlyList<SwingPoint> points, int last, double range)
    {
        if (last < 3 || points[last].Bar - points[last - 3].Bar > FlagBars)
        {
            return null;
        }

        SwingPoint first = points[last - 3];
        double move = first.Price - bars.Close[Math.Max(0, first.Bar - PoleBars)];
        bool isTop = first.Kind == SwingKind.High;
        return Math.Abs(move) >= Pole * range && isTop == move > 0
            ? Of(points, last, 4, range, (upper, lower) => FlagName(upper, lower, isTop)) is { } flag && flag.Height <= MostOfPole * Math.Abs(move) ? flag with { Height = Math.Abs(move) } : null
            : null;
    }

    private static Shape? Of(IReadOnlyList<SwingPoint> points, int last, int count, double range, Func<double, double, (string Name, Direction Side)?> name)
    {
        SwingPoint[] part = [.. points.Skip(last - count + 1).Take(count)];
        var upper = Line(SwingKind.High);
        var lower = Line(SwingKind.Low);
        double worst = part.Max(p => Math.Abs(p.Price - Value(p.Kind == SwingKind.High ? upper : lower, p.Bar)));
        double height = Value(upper, part[0].Bar) - Value(lower, part[0].Bar);
        if (worst > Fit * range || height < 2 * range || Value(upper, part[^1].KnownAt) <= Value(lower, part[^1].KnownAt)
            || name(upper.Slope / range, lower.Slope / range) is not { } found)
        {
            return null;
        }

        double score = 50 + (25 * (1 - (worst / (Fit * range)))) + (25 * Math.Clamp(height / range / 6, 0, 1));
        return new Shape(found.Name, found.Side, part[0].Bar, part[^1].Bar, part[^1].KnownAt, bar => Value(upper, bar), bar => Value(lower, bar), height, score);

        (double Slope, double Intercept) Line(SwingKind kind) => LeastSquares.Line(
            [.. part.Where(p => p.Kind == kind).Select(p => (double)p.Bar)], [.. part.Where(p => p.Kind == kind).Select(p => p.Price)]);
    }

    private static double Value((double Slope, double Intercept) line, int bar) => line.Intercept + (line.Slope * bar);

    private static (string Name, Direction Side)? Name(double upper, double lower) => (Side(upper), Side(lower)) switch
    {
        (Direction.None, Direction.Up) => ("ascending_triangle", Direction.Up),
        (Direction.Down, Direction.None) => ("descending_triangle", Direction.Down),
        (Direction.Down, Direction.Up) => ("symmetric_triangle", Direction.None),
        (Direction.None, Direction.None) => ("rectangle", Direction.None),
        (Direction.Up, Direction.Up) when lower > 1.25 * upper => ("rising_wedge", Direction.Down),
        (Direction.Down, Direction.Down) when upper < 1.25 * lower => ("falling_wedge", Direction.Up),
        (Direction.Up, Direction.Up) when upper <= 1.25 * lower => ("channel", Direction.Up),
        (Direction.Down, Direction.Down) when lower >= 1.25 * upper => ("channel", Direction.Down),
        _ => null,
    };

    // After the pole: parallel lines that do not go on with it make a flag, lines that meet a pennant.
    private static (string Name, Direction Side)? FlagName(double upper, double lower, bool isRise)
    {
        Direction side = isRise ? Direction.Up : Direction.Down;
        return Side(upper) == Direction.Down && Side(lower) == Direction.Up ? ("pennant", side)
            : Math.Abs(upper - lower) <= Flat && (isRise ? upper <= Flat : upper >= -Flat) ? ("flag", side)
            : null;
    }

    private static Direction Side(double slope) => slope > Flat ? Direction.Up : slope < -Flat ? Direction.Down : Direction.None;
}
