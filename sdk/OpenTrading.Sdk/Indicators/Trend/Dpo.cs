using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Detrended price oscillator: the value less the simple average centred on its bar, in the unit of the values. What is left is the cycle.
/// </summary>
/// <remarks>
/// The average of <c>period</c> values belongs to the bar <c>period / 2 + 1</c> bars ago, rounded down; so a bar has its value that many bars
/// later, and the latest bars have none.
/// </remarks>
[Indicator("dpo", Title = "Detrended Price Oscillator", Kind = IndicatorKind.Trend,
    Formula = "close - sma(close, period) of period / 2 + 1 bars later")]
public sealed class Dpo : SeriesIndicator<DpoValue>, IRevisesPast
{
    private readonly int _shift;
    private readonly Sma _average;
    private Delay _past;
    private RevisionBuffer _revisions = new(1);

    /// <summary>An oscillator about an average of <paramref name="period"/> values.</summary>
    /// <param name="period">Values averaged, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Dpo([Parameter(1, Arguments.MaxPeriod, Description = "Values averaged.")] int period = 14)
        : base(Math.Max(period, (period / 2) + 2))
    {
        _average = new Sma(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _shift = (period / 2) + 1;
        _past = new Delay(_shift);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Dpo);

    /// <inheritdoc/>
    public ReadOnlySpan<Revision> Revisions => _revisions.Span;

    /// <inheritdoc/>
    public override DpoValue Update(double value)
    {
        Value = new DpoValue(_past.Add(value) - _average.Update(value));
        _revisions.Clear();
        if (IsReady)
        {
            _revisions.Add(Revision.At(0, _shift, Value.Dpo));
        }

        return Value;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _average.Reset();
        _past.Reset();
        _revisions.Clear();
    }
}
