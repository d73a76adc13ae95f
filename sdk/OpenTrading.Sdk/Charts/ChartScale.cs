namespace OpenTrading.Sdk.Charts;

/// <summary>Values on a vertical stretch of a picture.</summary>
/// <param name="Low">Value at the bottom.</param>
/// <param name="High">Value at the top.</param>
/// <param name="Top">Upper edge, pixels.</param>
/// <param name="Height">Height, pixels.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct ChartScale(double Low, double High, double Top, double Height)
{
    private const double Margin = 0.04;
    private const int Lines = 6;

    /// <summary>A scale that holds values, with four hundredths of their range free above and below.</summary>
    /// <param name="values">Values; those that are not finite are left out. Without any: 0 to 1.</param>
    /// <param name="top">Upper edge, pixels.</param>
    /// <param name="height">Height, pixels, above 0.</param>
    public static ChartScale Of(IEnumerable<double> values, double top, double height)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        (double low, double high) = known.Length == 0 ? (0, 1) : (known.Min(), known.Max());
        double room = high > low ? Margin * (high - low) : Math.Max(Math.Abs(high) * 0.01, 1e-9);
        return new ChartScale(low - room, high + room, top, height);
    }

    /// <summary>Where a value lies, pixels from above.</summary>
    public double Y(double value) => Top + (Height * (High - value) / (High - Low));

    /// <summary>Round values for lines across: multiples of 1, 2 or 5 times a power of ten, about six.</summary>
    public IEnumerable<double> Ticks()
    {
        double raw = (High - Low) / Lines;
        double ten = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step = raw <= ten ? ten : raw <= 2 * ten ? 2 * ten : raw <= 5 * ten ? 5 * ten : 10 * ten;
        for (double value = Math.Ceiling(Low / step) * step; value < High; value += step)
        {
            yield return value;
        }
    }
}
