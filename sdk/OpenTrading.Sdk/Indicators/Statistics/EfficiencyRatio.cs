using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Efficiency ratio: the net change over <c>period</c> bars over the sum of the single changes, 0 (noise) to 1 (a straight move).</summary>
/// <remarks>Perry Kaufman, Smarter Trading (1995). First value at bar <c>period + 1</c>; 0 where nothing changed.</remarks>
[Indicator("efficiency-ratio", Title = "Efficiency Ratio", Kind = IndicatorKind.Statistic,
    Formula = "|close - close[period]| / sum of |close - close[1]| over period")]
public sealed class EfficiencyRatio : SeriesIndicator
{
    private Delay _past;
    private RollingFlow _path;
    private double _previous = double.NaN;

    /// <summary>A ratio over <paramref name="period"/> changes.</summary>
    /// <param name="period">Changes in the window, 1 to 5000. Default 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public EfficiencyRatio([Parameter(1, Arguments.MaxPeriod, Description = "Changes in the window.")] int period = 10)
        : base("efficiencyRatio", period + 1)
    {
        _past = new Delay(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _path = new RollingFlow(period);
    }

    /// <summary>Whether the value changed at all within the window.</summary>
    internal bool HasPath => _path.Total != 0;

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double net = Math.Abs(value - _past.Add(value));
        double step = Math.Abs(value - _previous);
        _previous = value;
        if (!double.IsNaN(step))
        {
            _path.Add(step);
        }

        return Value = double.IsNaN(net) ? double.NaN : HasPath ? net / _path.Total : 0;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _past.Reset();
        _path.Reset();
        _previous = double.NaN;
    }
}
