using System.Globalization;
using OpenTrading.Sdk.Expressions.Evaluation;

namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>A number written out.</summary>
internal sealed class ConstantNode(int position, double value) : Node(position)
{
    public double Value => value;

    public override string Text { get; } = value.ToString("R", CultureInfo.InvariantCulture);

    public override int WarmupBars => 1;

    public override Step Start(StepPlan plan) => new ConstantStep(value);
}
