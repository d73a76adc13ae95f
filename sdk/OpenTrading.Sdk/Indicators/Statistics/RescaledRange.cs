using System.Numerics;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Range of the sums of a series about its mean, over its standard deviation.</summary>
internal static class RescaledRange
{
    // A part all of whose returns are one number has no deviation but that of their rounding.
    private const double Rounding = 1e-20;

    /// <summary>Mean of the rescaled ranges of the returns in equal parts; what does not fill a part is left out at the old end.</summary>
    /// <param name="sums">Running sums of the returns, the first before the oldest.</param>
    /// <param name="squares">Running sums of their squares, the first before the oldest.</param>
    /// <param name="parts">Number of parts.</param>
    /// <returns>The mean; NaN where a part does not move.</returns>
    public static double Mean(ReadOnlySpan<double> sums, ReadOnlySpan<double> squares, int parts)
    {
        int length = (sums.Length - 1) / parts;
        double total = 0;
        for (int start = sums.Length - 1 - (length * parts); start < sums.Length - 1; start += length)
        {
            total += Of(sums.Slice(start, length + 1), squares[start + length] - squares[start]);
        }

        return total / parts;
    }

    /// <summary>
    /// What the expected range of a random series lacks to √(π · n / 2), the one it grows to in the long run (Anis and Lloyd).
    /// </summary>
    public static double Excess(int length)
    {
        double sum = 0;
        for (int i = 1; i < length; i++)
        {
            sum += Math.Sqrt((double)(length - i) / i);
        }

        return Math.Sqrt(Math.PI * length / 2) - (GammaRatio(length) / Math.Sqrt(Math.PI) * sum);
    }

    // Γ((n − 1) / 2) / Γ(n / 2), from its value at 2 or 3 in steps of 2.
    private static double GammaRatio(int n)
    {
        double ratio = n % 2 == 0 ? Math.Sqrt(Math.PI) : 2 / Math.Sqrt(Math.PI);
        for (int i = n % 2 == 0 ? 2 : 3; i < n; i += 2)
        {
            ratio *= (i - 1.0) / i;
        }

        return ratio;
    }

    private static double Of(ReadOnlySpan<double> sums, double squares)
    {
        int length = sums.Length - 1;
        double mean = (sums[length] - sums[0]) / length;
        (double top, double bottom) = Extremes(sums, mean);
        double variance = (squares / length) - (mean * mean);
        return variance > Rounding * mean * mean ? (top - bottom) / Math.Sqrt(variance) : double.NaN;
    }

    // Largest and smallest distance of the sums from the straight line between their ends. Several at a time, each by the same operations as one alone:
    // the result is the same on every processor.
    private static (double Top, double Bottom) Extremes(ReadOnlySpan<double> sums, double slope)
    {
        (Vector<double> tops, Vector<double> bottoms) = (Vector<double>.Zero, Vector<double>.Zero);
        var first = new Vector<double>(sums[0]);
        Vector<double> positions = Vector<double>.Indices;
        int i = 0;
        for (; i <= sums.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> distances = new Vector<double>(sums[i..]) - (first + (positions * slope));
            tops = Vector.Max(tops, distances);
            bottoms = Vector.Min(bottoms, distances);
            positions += new Vector<double>(Vector<double>.Count);
        }

        (double top, double bottom) = (0, 0);
        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            top = Math.Max(top, tops[lane]);
            bottom = Math.Min(bottom, bottoms[lane]);
        }

        for (; i < sums.Length; i++)
        {
            double distance = sums[i] - (sums[0] + (i * slope));
            top = Math.Max(top, distance);
            bottom = Math.Min(bottom, distance);
        }

        return (top, bottom);
    }
}
