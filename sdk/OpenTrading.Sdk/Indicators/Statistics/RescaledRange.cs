namespace OpenTrading.Sdk.Indicators;

/// <summary>Range of the sums of a series about its mean, over its standard deviation.</summary>
internal static class RescaledRange
{
    /// <summary>Mean of the rescaled ranges of equal parts; what does not fill a part is left out at the old end.</summary>
    /// <returns>The mean; NaN where a part does not move.</returns>
    public static double Mean(ReadOnlySpan<double> returns, int parts)
    {
        int length = returns.Length / parts;
        double sum = 0;
        for (int start = returns.Length - (length * parts); start < returns.Length; start += length)
        {
            sum += Of(returns.Slice(start, length));
        }

        return sum / parts;
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

    private static double Of(ReadOnlySpan<double> returns)
    {
        double mean = 0;
        foreach (double value in returns)
        {
            mean += value;
        }

        mean /= returns.Length;
        double sum = 0;
        double squares = 0;
        double top = double.NegativeInfinity;
        double bottom = double.PositiveInfinity;
        foreach (double value in returns)
        {
            double distance = value - mean;
            sum += distance;
            squares += distance * distance;
            top = Math.Max(top, sum);
            bottom = Math.Min(bottom, sum);
        }

        return squares == 0 ? double.NaN : (top - bottom) / Math.Sqrt(squares / returns.Length);
    }
}
