using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Expressions.Evaluation;

/// <summary>One output of an indicator.</summary>
internal sealed class OutputStep(IndicatorStep indicator, int output) : Step
{
    public override void Advance(in Bar bar) => Value = indicator[output];
}
