using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Expressions.Evaluation;

/// <summary>A number that stays.</summary>
internal sealed class ConstantStep : Step
{
    public ConstantStep(double value) => Value = value;

    public override void Advance(in Bar bar)
    {
    }
}
