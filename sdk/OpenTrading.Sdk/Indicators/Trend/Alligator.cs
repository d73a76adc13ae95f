using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Williams alligator: three smoothed averages (<see cref="Smma"/>) of the median price, each drawn some bars to the right.
/// </summary>
/// <remarks>
/// Bill Williams, Trading Chaos (1995). A line at a bar is the average as it stood <c>offset</c> bars before; its first value comes at bar
/// <c>period + offset</c>.
/// </remarks>
[Indicator("alligator", Title = "Williams Alligator", Kind = IndicatorKind.Trend,
    Formula = "jaw, teeth, lips = smma((high + low) / 2), each moved right by its offset")]
public sealed class Alligator : Indicator<AlligatorValue>
{
    private const int MaxOffset = 500;

    private readonly Smma _jaw;
    private readonly Smma _teeth;
    private readonly Smma _lips;
    private Delay _jawDelay;
    private Delay _teethDelay;
    private Delay _lipsDelay;

    /// <summary>Three lines, slowest first.</summary>
    /// <param name="jawPeriod">Smoothing length of the jaw, 1 to 5000. Default 13.</param>
    /// <param name="jawOffset">Bars the jaw is drawn to the right, 0 to 500. Default 8.</param>
    /// <param name="teethPeriod">Smoothing length of the teeth, 1 to 5000. Default 8.</param>
    /// <param name="teethOffset">Bars the teeth are drawn to the right, 0 to 500. Default 5.</param>
    /// <param name="lipsPeriod">Smoothing length of the lips, 1 to 5000. Default 5.</param>
    /// <param name="lipsOffset">Bars the lips are drawn to the right, 0 to 500. Default 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Alligator(
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the jaw.")] int jawPeriod = 13,
        [Parameter(0, MaxOffset, Description = "Bars the jaw is drawn to the right.")] int jawOffset = 8,
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the teeth.")] int teethPeriod = 8,
        [Parameter(0, MaxOffset, Description = "Bars the teeth are drawn to the right.")] int teethOffset = 5,
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the lips.")] int lipsPeriod = 5,
        [Parameter(0, MaxOffset, Description = "Bars the lips are drawn to the right.")] int lipsOffset = 3)
        : base(Math.Max(jawPeriod + jawOffset, Math.Max(teethPeriod + teethOffset, lipsPeriod + lipsOffset)))
    {
        _jaw = new Smma(Arguments.InRange(jawPeriod, 1, Arguments.MaxPeriod));
        _jawDelay = new Delay(Arguments.InRange(jawOffset, 0, MaxOffset));
        _teeth = new Smma(Arguments.InRange(teethPeriod, 1, Arguments.MaxPeriod));
        _teethDelay = new Delay(Arguments.InRange(teethOffset, 0, MaxOffset));
        _lips = new Smma(Arguments.InRange(lipsPeriod, 1, Arguments.MaxPeriod));
        _lipsDelay = new Delay(Arguments.InRange(lipsOffset, 0, MaxOffset));
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Jaw + Value.Teeth + Value.Lips);

    /// <inheritdoc/>
    public override AlligatorValue Update(in Bar bar)
    {
        double median = bar.Median;
        return Value = new AlligatorValue(
            _jawDelay.Add(_jaw.Update(median)),
            _teethDelay.Add(_teeth.Update(median)),
            _lipsDelay.Add(_lips.Update(median)));
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _jaw.Reset();
        _teeth.Reset();
        _lips.Reset();
        _jawDelay.Reset();
        _teethDelay.Reset();
        _lipsDelay.Reset();
    }
}
