using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Williams fractal: a bar whose high is above (or whose low is below) those of the <c>span</c> bars on either side.</summary>
/// <remarks>Bill Williams, Trading Chaos (1995), with a span of 2. A fractal is known <c>span</c> bars after its bar.</remarks>
[Indicator("fractal", Title = "Williams Fractal", Kind = IndicatorKind.Trend,
    Formula = "high above (low below) those of span bars on either side",
    Outputs = ["bear=fractalBear", "bull=fractalBull"])]
public sealed class Fractal : Indicator<FractalValue>, IRevisesPast
{
    private readonly int _span;
    private SwingWindow _window;
    private RevisionBuffer _revisions = new(2);

    /// <summary>Turning points over <paramref name="span"/> bars on either side.</summary>
    /// <param name="span">Bars on either side, 1 to 500. Default 2.</param>
    /// <param name="price">Which prices can be a turning point. Default high and low.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Fractal(
        [Parameter(1, 500, Description = "Bars on either side.")] int span = 2,
        SwingPrice price = SwingPrice.HighLow)
        : base((2 * span) + 1)
    {
        _span = Arguments.InRange(span, 1, 500);
        _window = new SwingWindow(span, span, Arguments.Defined(price));
    }

    /// <inheritdoc/>
    /// <remarks>True at bars that confirm a turning point.</remarks>
    public override bool IsReady => !double.IsNaN(Value.Bear) || !double.IsNaN(Value.Bull);

    /// <inheritdoc/>
    public ReadOnlySpan<Revision> Revisions => _revisions.Span;

    /// <inheritdoc/>
    public override FractalValue Update(in Bar bar)
    {
        (double bear, double bull) = _window.Add(in bar);
        _revisions.Clear();
        if (!double.IsNaN(bear))
        {
            _revisions.Add(Revision.At(FractalValue.BearOutput, _span, bear));
        }

        if (!double.IsNaN(bull))
        {
            _revisions.Add(Revision.At(FractalValue.BullOutput, _span, bull));
        }

        return Value = new FractalValue(bear, bull);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _window.Reset();
        _revisions.Clear();
    }
}
