using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Pivot points: support and resistance for a whole calendar window, from the prices of the window before it.</summary>
/// <remarks>The levels are known from the first bar of the second window and change with the first bar of each further one.</remarks>
[Indicator("pivot-points", Title = "Pivot Points", Kind = IndicatorKind.Structure,
    Formula = "floor traders: pp = (high + low + close) / 3, r1 = 2 * pp - low, s1 = 2 * pp - high of the window before")]
public sealed class PivotPoints : Indicator<PivotPointsValue>
{
    private readonly PivotWindow _window;
    private readonly PivotFormula _formula;
    private long _number = long.MinValue;
    private double _open;
    private double _high;
    private double _low;
    private double _close;

    /// <summary>Levels of each <paramref name="window"/> by one <paramref name="formula"/>.</summary>
    /// <param name="window">Span of the bars that give the levels. Default a calendar month.</param>
    /// <param name="formula">How the levels follow from the prices. Default the floor traders'.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is none of its kind.</exception>
    public PivotPoints(PivotWindow window = PivotWindow.Month, PivotFormula formula = PivotFormula.Standard)
        : base(2)
    {
        _window = Arguments.Defined(window);
        _formula = Arguments.Defined(formula);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Point);

    /// <inheritdoc/>
    public override PivotPointsValue Update(in Bar bar)
    {
        long number = CalendarWindow.Number(_window, bar.Time);
        if (number != _number)
        {
            if (_number != long.MinValue)
            {
                double open = _formula == PivotFormula.Woodie ? bar.Open : _open;
                Value = PivotLevels.Of(_formula, open, _high, _low, _close);
            }

            (_number, _open, _high, _low) = (number, bar.Open, bar.High, bar.Low);
        }

        _high = Math.Max(_high, bar.High);
        _low = Math.Min(_low, bar.Low);
        _close = bar.Close;
        return Value;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _number = long.MinValue;
    }
}
