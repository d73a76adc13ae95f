using OpenTrading.Sdk.Expressions.Evaluation;

namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>Two parts and an operator between them.</summary>
internal sealed class BinaryNode(Operator op, Node left, Node right) : Node(left.Position)
{
    public override string Text { get; } = $"({left.Text} {op.Symbol} {right.Text})";

    public override int WarmupBars { get; } = Math.Max(left.WarmupBars, right.WarmupBars);

    public override bool IsTruth => op.GivesTruth;

    public override IEnumerable<Node> Compared => op.IsComparison
        ? new[] { left, right }.Where(n => n is not ConstantNode)
        : left.Compared.Concat(right.Compared);

    public override Step Start(StepPlan plan) => new ComputedStep(op.Function, plan.Of(left), plan.Of(right));
}
