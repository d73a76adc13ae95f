using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Expressions.Evaluation;

/// <summary>One value of an expression, computed anew at every bar from the steps before it. Conditions are 1, 0, and NaN where unknown.</summary>
internal abstract class Step
{
    public double Value { get; protected set; } = double.NaN;

    public abstract void Advance(in Bar bar);
}
