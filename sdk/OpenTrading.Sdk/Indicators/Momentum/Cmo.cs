using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Chande momentum oscillator: the sum of rises less the sum of falls over <c>period</c> changes, in percent of both together; −100 to 100.
/// </summary>
/// <remarks>
/// Tushar Chande and Stanley Kroll, The New Technical Trader (1994). First value at bar <c>period + 1</c>; 0 where the value did not change.
/// </remarks>
[Indicator("cmo", Title = "Chande Momentum Oscillator", Kind = IndicatorKind.Momentum,
    Formula = "100 * (sum of rises - sum of falls) / (sum of rises + sum of falls)")]
public sealed class Cmo : SeriesIndicator
{
    private RollingFlow _rises;
    private RollingFlow _falls;
    private double _previous = double.NaN;

    /// <summary>An oscillator over <paramref name="period"/> changes.</summary>
    /// <param name="period">Changes in the window, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Cmo([Parameter(1, Arguments.MaxPeriod, Description = "Changes in the window.")] int period = 14)
        : base("cmo", period + 1)
    {
        _rises = new RollingFlow(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _falls = new RollingFlow(period);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double change = value - _previous;
        _previous = value;
        if (double.IsNaN(change))
        {
            return Value = double.NaN;
        }

        _rises.Add(Math.Max(change, 0));
        _falls.Add(Math.Max(-change, 0));
        double moved = _rises.Total + _falls.Total;
        return Value = !_rises.IsFull ? double.NaN : moved == 0 ? 0 : 100 * (_rises.Total - _falls.Total) / moved;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _rises.Reset();
        _falls.Reset();
        _previous = double.NaN;
    }
}
