using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Gator oscillator: how far the lines of the <see cref="Alligator"/> are apart, and whether the distances grow.</summary>
/// <remarks>
/// Bill Williams, New Trading Dimensions (1998), with the alligator's usual lines (13, 8, 5 smoothed 8, 5, 3 bars to the right). Lower part from
/// bar 13, upper from bar 21, each direction a bar later.
/// </remarks>
[Indicator("gator", Title = "Gator Oscillator", Kind = IndicatorKind.Trend,
    Formula = "upper = |jaw - teeth|; lower = -|teeth - lips| of the alligator",
    Outputs = ["upper", "lower"])]
public sealed class Gator() : Indicator<GatorValue>(22)
{
    private readonly Alligator _alligator = new();

    /// <inheritdoc/>
    public override bool IsReady => Value.UpperIsExpanding is not null;

    /// <inheritdoc/>
    public override GatorValue Update(in Bar bar)
    {
        AlligatorValue lines = _alligator.Update(in bar);
        double upper = Math.Abs(lines.Jaw - lines.Teeth);
        double lower = -Math.Abs(lines.Teeth - lines.Lips);
        return Value = new GatorValue(
            upper,
            lower,
            double.IsNaN(Value.Upper) ? null : upper > Value.Upper,
            double.IsNaN(Value.Lower) ? null : lower < Value.Lower);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _alligator.Reset();
    }
}
