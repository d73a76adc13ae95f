namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>An operator between two values.</summary>
/// <param name="Symbol">As it is written.</param>
/// <param name="Precedence">The higher binds the tighter.</param>
/// <param name="TakesTruth">Whether it joins conditions; otherwise numbers.</param>
/// <param name="GivesTruth">Whether it gives a condition.</param>
/// <param name="Function">Its value. Conditions are 1, 0, and NaN where unknown.</param>
internal sealed record Operator(string Symbol, int Precedence, bool TakesTruth, bool GivesTruth, Func<double, double, double> Function)
{
    public static readonly Operator And = new("and", 2, true, true, (a, b) => a == 0 || b == 0 ? 0 : a * b);
    public static readonly Operator Greater = Comparison(">", (a, b) => a > b);
    public static readonly Operator Less = Comparison("<", (a, b) => a < b);
    public static readonly Operator AtMost = Comparison("<=", (a, b) => a <= b);
    public static readonly Operator AtLeast = Comparison(">=", (a, b) => a >= b);

    private static readonly Dictionary<string, Operator> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["or"] = new("or", 1, true, true, (a, b) => a == 1 || b == 1 ? 1 : a + b),
        ["||"] = new("or", 1, true, true, (a, b) => a == 1 || b == 1 ? 1 : a + b),
        ["and"] = And,
        ["&&"] = And,
        ["<"] = Less,
        ["<="] = AtMost,
        [">"] = Greater,
        [">="] = AtLeast,
        ["=="] = Comparison("==", (a, b) => a == b),
        ["="] = Comparison("==", (a, b) => a == b),
        ["!="] = Comparison("!=", (a, b) => a != b),
        ["+"] = new("+", 5, false, false, (a, b) => a + b),
        ["-"] = new("-", 5, false, false, (a, b) => a - b),
        ["*"] = new("*", 6, false, false, (a, b) => a * b),
        ["/"] = new("/", 6, false, false, (a, b) => a / b),
    };

    /// <summary>Precedence of comparisons.</summary>
    public const int Comparing = 4;

    /// <summary>Whether it compares numbers.</summary>
    public bool IsComparison => GivesTruth && !TakesTruth;

    public static Operator? Find(string symbol) => All.GetValueOrDefault(symbol);

    // A comparison with what is not known is itself not known.
    private static Operator Comparison(string symbol, Func<double, double, bool> test) =>
        new(symbol, Comparing, false, true, (a, b) => double.IsNaN(a) || double.IsNaN(b) ? double.NaN : test(a, b) ? 1 : 0);
}
