using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Finds bars whose price is above (or below) those of all bars left and right of them within two spans.</summary>
internal struct SwingWindow(int left, int right, SwingPrice price)
{
    private SwingHigh _high = new(left, right);
    private SwingHigh _negatedLow = new(left, right);

    /// <returns>Upper and lower turning price of the bar <c>right</c> bars ago; NaN where it is none.</returns>
    public (double High, double Low) Add(in Bar bar) =>
        price == SwingPrice.Close
            ? (_high.Add(bar.Close), -_negatedLow.Add(-bar.Close))
            : (_high.Add(bar.High), -_negatedLow.Add(-bar.Low));

    public void Reset()
    {
        _high.Reset();
        _negatedLow.Reset();
    }
}
