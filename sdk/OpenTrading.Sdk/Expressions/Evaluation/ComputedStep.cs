using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Expressions.Evaluation;

/// <summary>A function of two other steps; of one, which is then given twice. What is no finite number is not known.</summary>
internal sealed class ComputedStep(Func<double, double, double> function, Step left, Step right) : Step
{
    public override void Advance(in Bar bar)
    {
        double value = function(left.Value, right.Value);
        Value = double.IsFinite(value) ? value : double.NaN;
    }
}
