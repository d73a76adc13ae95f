using System.Globalization;

namespace OpenTrading.Sdk.Risk;

/// <summary>Outcome of one rule with the value it saw and the limit it holds.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RuleResult
{
    // Sign, 29 digits and a point.
    private const int LongestText = 31;

    private static readonly RuleResult None = new() { Outcome = RuleOutcome.NotApplicable };

    private RuleResult()
    {
    }

    /// <summary>The outcome.</summary>
    public RuleOutcome Outcome { get; private init; }

    /// <summary>What the rule measured, as text in invariant culture.</summary>
    public string Value { get; private init; } = "";

    /// <summary>Operator between value and limit, such as <c>&lt;=</c>.</summary>
    public string Operator { get; private init; } = "";

    /// <summary>The limit, as text in invariant culture.</summary>
    public string Limit { get; private init; } = "";

    /// <summary>Unit of value and limit; empty for names and levels.</summary>
    public string Unit { get; private init; } = "";

    /// <summary>Largest volume that satisfies a <see cref="RuleOutcome.Reduce"/>, lots, before rounding to the step.</summary>
    public decimal Volume { get; private init; }

    /// <summary>The rule has nothing to say.</summary>
    public static RuleResult NotApplicable => None;

    /// <summary>Passes when <paramref name="holds"/>, else rejects.</summary>
    public static RuleResult Test(bool holds, string value, string op, string limit, string unit = "") =>
        new() { Outcome = holds ? RuleOutcome.Pass : RuleOutcome.Reject, Value = value, Operator = op, Limit = limit, Unit = unit };

    /// <summary>Passes when <paramref name="value"/> is at most <paramref name="limit"/>, else rejects.</summary>
    public static RuleResult AtMost(decimal value, decimal limit, string unit) =>
        Test(value <= limit, Text(value), "<=", Text(limit), unit);

    /// <summary>Passes when <paramref name="value"/> is at least <paramref name="limit"/>, else rejects.</summary>
    public static RuleResult AtLeast(decimal value, decimal limit, string unit) =>
        Test(value >= limit, Text(value), ">=", Text(limit), unit);

    /// <summary>Passes when <paramref name="value"/> is above <paramref name="limit"/>, else rejects.</summary>
    public static RuleResult Above(decimal value, decimal limit, string unit) =>
        Test(value > limit, Text(value), ">", Text(limit), unit);

    /// <summary>Passes when <paramref name="value"/> is below <paramref name="limit"/>, else rejects.</summary>
    public static RuleResult Below(decimal value, decimal limit, string unit) =>
        Test(value < limit, Text(value), "<", Text(limit), unit);

    /// <summary>Turns a rejection into a reduction to <paramref name="volume"/> lots when that is above zero; leaves a pass as it is.</summary>
    public RuleResult OrReduceTo(decimal volume) =>
        Outcome == RuleOutcome.Reject && volume > 0 ? this with { Outcome = RuleOutcome.Reduce, Volume = volume } : this;

    /// <summary>A rejection because an input of the rule is missing.</summary>
    public static RuleResult Missing(string input) => Test(false, "missing", "needs", input);

    // At most twelve decimals, none of them idle. A format string says the same at several times the cost, and every order has forty such texts.
    private static string Text(decimal value)
    {
        Span<char> room = stackalloc char[LongestText];
        Math.Round(value, 12, MidpointRounding.AwayFromZero).TryFormat(room, out int length, default, CultureInfo.InvariantCulture);
        ReadOnlySpan<char> text = room[..length];
        return text.Contains('.') ? text.TrimEnd('0').TrimEnd('.').ToString() : text.ToString();
    }
}
