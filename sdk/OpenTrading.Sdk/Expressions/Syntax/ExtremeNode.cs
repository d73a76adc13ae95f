using OpenTrading.Sdk.Expressions.Evaluation;

namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>The highest or lowest of a part over some bars, the latest included.</summary>
internal sealed class ExtremeNode(int position, string name, Node of, int bars) : Node(position)
{
    public const int MostBars = 5000;

    private static readonly Dictionary<string, double> Signs = new(StringComparer.OrdinalIgnoreCase) { ["highest"] = 1, ["lowest"] = -1 };

    public static IEnumerable<string> Names => Signs.Keys;

    public override string Text { get; } = $"{name}({of.Text},{bars})";

    public override int WarmupBars => of.WarmupBars + bars - 1;

    public override Step Start(StepPlan plan) => new ExtremeStep(plan.Of(of), bars, Signs[name]);
}
