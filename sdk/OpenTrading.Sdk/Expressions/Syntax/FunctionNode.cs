using OpenTrading.Sdk.Expressions.Evaluation;

namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>A function of one number or two, or <c>not</c> of a condition.</summary>
internal sealed class FunctionNode : Node
{
    /// <summary>Name of negation of a number.</summary>
    public const string Negative = "-";

    /// <summary>Name of negation of a condition.</summary>
    public const string Not = "not";

    private static readonly Dictionary<string, Func<double, double, double>> OfOne = new(StringComparer.OrdinalIgnoreCase)
    {
        [Negative] = (a, _) => -a,
        [Not] = (a, _) => 1 - a,
        ["abs"] = (a, _) => Math.Abs(a),
        ["sign"] = (a, _) => double.IsNaN(a) ? a : Math.Sign(a),
        ["log"] = (a, _) => Math.Log(a),
        ["exp"] = (a, _) => Math.Exp(a),
        ["sqrt"] = (a, _) => Math.Sqrt(a),
        ["sin"] = (a, _) => Math.Sin(a),
        ["cos"] = (a, _) => Math.Cos(a),
    };

    private static readonly Dictionary<string, Func<double, double, double>> OfTwo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["min"] = Math.Min,
        ["max"] = Math.Max,
    };

    private readonly Func<double, double, double> _function;
    private readonly Node _first;
    private readonly Node _second;

    /// <summary>A function whose name and number of arguments are known to be right.</summary>
    public FunctionNode(int position, string name, IReadOnlyList<Node> arguments)
        : base(position)
    {
        _function = (OfOne.GetValueOrDefault(name) ?? OfTwo.GetValueOrDefault(name))!;
        (_first, _second) = (arguments[0], arguments[^1]);
        IsTruth = name == Not;
        Text = $"{name}({string.Join(',', arguments.Select(a => a.Text))})";
    }

    /// <summary>Names that stand before parentheses.</summary>
    public static IEnumerable<string> Names => OfOne.Keys.Where(n => n is not Negative and not Not).Concat(OfTwo.Keys);

    public override string Text { get; }

    public override bool IsTruth { get; }

    public override int WarmupBars => Math.Max(_first.WarmupBars, _second.WarmupBars);

    public override IEnumerable<Node> Compared => IsTruth ? _first.Compared : [];

    /// <summary>How many arguments a function takes; 0 when there is none of that name.</summary>
    public static int ArgumentsOf(string name) => OfTwo.ContainsKey(name) ? 2 : OfOne.ContainsKey(name) && name is not Negative and not Not ? 1 : 0;

    public override Step Start(StepPlan plan) => new ComputedStep(_function, plan.Of(_first), plan.Of(_second));
}
