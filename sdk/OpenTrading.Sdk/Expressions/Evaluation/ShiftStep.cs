using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Expressions.Evaluation;

/// <summary>Another step as it was some bars ago.</summary>
internal sealed class ShiftStep(Step of, int bars) : Step
{
    private Delay _past = new(bars);

    public override void Advance(in Bar bar) => Value = _past.Add(of.Value);
}
