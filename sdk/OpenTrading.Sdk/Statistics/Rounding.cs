namespace OpenTrading.Sdk.Statistics;

/// <summary>Numbers as they are shown: as many digits as mean something.</summary>
public static class Rounding
{
    /// <summary>A number to so many significant digits: the nearest double to what is printed. What is no finite number stays as it is.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">1 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The digits are outside their range.</exception>
    public static double Significant(double value, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 15);
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        // Powers of ten up to 22 are exact, and a quotient of two exact numbers is the nearest double to the decimal one.
        int shift = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return shift switch
        {
            >= 0 and <= 22 => Math.Round(value * Math.Pow(10, shift)) / Math.Pow(10, shift),
            < 0 and >= -22 => Math.Round(value / Math.Pow(10, -shift)) * Math.Pow(10, -shift),
            _ => value,
        };
    }
}
