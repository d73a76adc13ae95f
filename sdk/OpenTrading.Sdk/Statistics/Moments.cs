namespace OpenTrading.Sdk.Statistics;

/// <summary>Mean, spread and shape of numbers.</summary>
public static class Moments
{
    /// <summary>Arithmetic mean; NaN of nothing.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>Standard deviation of a sample, with n − 1; NaN of fewer than two.</summary>
    public static double Deviation(ReadOnlySpan<double> values)
    {
        double mean = Mean(values);
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return values.Length > 1 ? Math.Sqrt(squares / (values.Length - 1)) : double.NaN;
    }

    /// <summary>Third standardised moment of a population, m3 / m2^1.5; 0 is symmetric. NaN where the values do not vary.</summary>
    public static double Skewness(ReadOnlySpan<double> values)
    {
        (double second, double third, _) = Central(values);
        return second > 0 ? third / (second * Math.Sqrt(second)) : double.NaN;
    }

    /// <summary>Fourth standardised moment of a population, m4 / m2²; a normal distribution has 3. NaN where the values do not vary.</summary>
    public static double Kurtosis(ReadOnlySpan<double> values)
    {
        (double second, _, double fourth) = Central(values);
        return second > 0 ? fourth / (second * second) : double.NaN;
    }

    private static (double Second, double Third, double Fourth) Central(ReadOnlySpan<double> values)
    {
        double mean = Mean(values);
        (double second, double third, double fourth) = (0, 0, 0);
        foreach (double value in values)
        {
            double away = value - mean;
            double square = away * away;
            second += square;
            third += square * away;
            fourth += square * square;
        }

        return (second / values.Length, third / values.Length, fourth / values.Length);
    }
}
