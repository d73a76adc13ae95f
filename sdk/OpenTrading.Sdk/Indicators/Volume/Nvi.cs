using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Negative Volume Index: moves with the close on bars whose volume is smaller than that of the bar before, and stands still on others.</summary>
/// <remarks>
/// Paul Dysart, in the form of Norman Fosback, Stock Market Logic (1976). It starts at 1000 with the first bar; only its relative changes mean
/// something. A change from 0 counts as none.
/// </remarks>
[Indicator("nvi", Title = "Negative Volume Index", Kind = IndicatorKind.Volume,
    Formula = "nvi *= close / close[1] where volume < volume[1]; starts at 1000")]
public sealed class Nvi() : ScalarIndicator("nvi", 1)
{
    private VolumeIndex _index = new(sign: -1);

    /// <inheritdoc/>
    public override double Update(in Bar bar) => Value = _index.Add(in bar);

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _index.Reset();
    }
}
