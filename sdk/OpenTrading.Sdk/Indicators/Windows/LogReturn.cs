namespace OpenTrading.Sdk.Indicators;

/// <summary>Natural logarithm of each number over the one before it.</summary>
internal struct LogReturn()
{
    private double _previous = double.NaN;

    /// <returns>The return; NaN for the first number, and where one of the two is not above 0.</returns>
    public double Add(double value)
    {
        double logReturn = Of(value, _previous);
        _previous = value;
        return logReturn;
    }

    public void Reset() => _previous = double.NaN;

    /// <returns>Logarithm of the ratio; NaN where one of the two is not above 0.</returns>
    public static double Of(double now, double before) => now > 0 && before > 0 ? Math.Log(now / before) : double.NaN;
}
