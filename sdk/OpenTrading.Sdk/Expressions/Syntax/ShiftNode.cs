using OpenTrading.Sdk.Expressions.Evaluation;

namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>A part as it was some bars ago.</summary>
internal sealed class ShiftNode(Node of, int bars) : Node(of.Position)
{
    public const int MostBars = 1000;

    public override string Text { get; } = $"{of.Text}[{bars}]";

    public override int WarmupBars => of.WarmupBars + bars;

    public override bool IsTruth => of.IsTruth;

    public override IEnumerable<Node> Compared => of.Compared;

    public override Step Start(StepPlan plan) => new ShiftStep(plan.Of(of), bars);
}
