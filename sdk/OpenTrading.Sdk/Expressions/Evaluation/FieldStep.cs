using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Expressions.Evaluation;

/// <summary>Something the bar itself says.</summary>
internal sealed class FieldStep(Func<Bar, double> field) : Step
{
    public override void Advance(in Bar bar) => Value = field(bar);
}
