namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Two bands of which the one behind the trend is in force: each comes nearer with the price and never backs away, until a close beyond it
/// releases it.
/// </summary>
internal struct TrailingBands()
{
    public double Upper { get; private set; } = double.NaN;

    public double Lower { get; private set; } = double.NaN;

    public bool IsRising { get; private set; }

    /// <param name="upper">Where the upper band would stand by this bar alone.</param>
    /// <param name="lower">Where the lower band would stand by this bar alone.</param>
    /// <param name="previousClose">Close of the bar before.</param>
    /// <param name="close">Close of this bar.</param>
    /// <param name="startsRising">The trend to begin with, at the first bar.</param>
    public void Follow(double upper, double lower, double previousClose, double close, bool startsRising)
    {
        if (double.IsNaN(Upper))
        {
            (Upper, Lower, IsRising) = (upper, lower, startsRising);
        }

        if (upper < Upper || previousClose > Upper)
        {
            Upper = upper;
        }

        if (lower > Lower || previousClose < Lower)
        {
            Lower = lower;
        }

        IsRising = close > (IsRising ? Lower : Upper);
    }

    public void Reset() => (Upper, Lower) = (double.NaN, double.NaN);
}
