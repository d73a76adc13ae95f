using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Accumulation/distribution line: the sum over all bars of <c>volume · ((close − low) − (high − close)) / (high − low)</c>.
/// </summary>
/// <remarks>Marc Chaikin. First value at the first bar; only its changes mean something, since it starts anywhere.</remarks>
[Indicator("adl", Title = "Accumulation/Distribution Line", Kind = IndicatorKind.Volume,
    Formula = "adl += volume * ((close - low) - (high - close)) / (high - low)",
    Outputs = ["adl"])]
public sealed class Adl() : Indicator<AdlValue>(1)
{
    private double _line;

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Adl);

    /// <inheritdoc/>
    public override AdlValue Update(in Bar bar)
    {
        double multiplier = MoneyFlow.Multiplier(in bar);
        double volume = multiplier * bar.Volume;
        _line += volume;
        return Value = new AdlValue(_line, multiplier, volume);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _line = 0;
    }
}
