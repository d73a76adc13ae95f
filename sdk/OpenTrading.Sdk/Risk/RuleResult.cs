using System.Globalization;

namespace OpenTrading.Sdk.Risk;

/// <summary>Outcome of one rule with the value it saw and the limit it holds.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RuleResult
{
    // Sign, 29 digits and a point.
    private const int LongestText = 31;

    private const int MostDecimals = 12;

    private static readonly RuleResult None = new() { Outcome = RuleOutcome.NotApplicable };

    // A look asks eighty rules, and most of what they measured is never read: numbers become text when somebody asks.
    private decimal? _value;
    private decimal? _limit;
    private int _decimals = MostDecimals;

    private RuleResult()
    {
    }

    /// <summary>The outcome.</summary>
    public RuleOutcome Outcome { get; private init; }

    /// <summary>What the rule measured, as text in invariant culture.</summary>
    public string Value
    {
        get => _value is { } value ? Text(Shown(value)) : field;
        private init;
    } = "";

    /// <summary>Operator between value and limit, such as <c>&lt;=</c>.</summary>
    public string Operator { get; private init; } = "";

    /// <summary>The limit, as text in invariant culture.</summary>
    public string Limit
    {
        get => _limit is { } limit ? Text(limit) : field;
        private init;
    } = "";

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
    /// <param name="value">What was measured.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="unit">Unit of both.</param>
    /// <param name="decimals">Decimals shown of the value, 0 to 12, rounded away from passing: what is over the limit never reads as if it were at it. Default 12.</param>
    public static RuleResult AtMost(decimal value, decimal limit, string unit, int decimals = MostDecimals) =>
        Compared(value <= limit, value, "<=", limit, unit, decimals);

    /// <summary>Passes when <paramref name="value"/> is at least <paramref name="limit"/>, else rejects.</summary>
    /// <param name="value">What was measured.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="unit">Unit of both.</param>
    /// <param name="decimals">Decimals shown of the value, 0 to 12, rounded away from passing. Default 12.</param>
    public static RuleResult AtLeast(decimal value, decimal limit, string unit, int decimals = MostDecimals) =>
        Compared(value >= limit, value, ">=", limit, unit, decimals);

    /// <summary>Passes when <paramref name="value"/> is above <paramref name="limit"/>, else rejects.</summary>
    public static RuleResult Above(decimal value, decimal limit, string unit) =>
        Compared(value > limit, value, ">", limit, unit);

    /// <summary>Passes when <paramref name="value"/> is below <paramref name="limit"/>, else rejects.</summary>
    public static RuleResult Below(decimal value, decimal limit, string unit) =>
        Compared(value < limit, value, "<", limit, unit);

    /// <summary>Turns a rejection into a reduction to <paramref name="volume"/> lots when that is above zero; leaves a pass as it is.</summary>
    public RuleResult OrReduceTo(decimal volume) =>
        Outcome == RuleOutcome.Reject && volume > 0 ? this with { Outcome = RuleOutcome.Reduce, Volume = volume } : this;

    /// <summary>A rejection because an input of the rule is missing.</summary>
    public static RuleResult Missing(string input) => Test(false, "missing", "needs", input);

    private static RuleResult Compared(bool holds, decimal value, string op, decimal limit, string unit, int decimals = MostDecimals) =>
        new() { Outcome = holds ? RuleOutcome.Pass : RuleOutcome.Reject, _value = value, Operator = op, _limit = limit, Unit = unit, _decimals = decimals };

    // Judged exactly, rounded only for the eye, and then towards where it would be rejected.
    private decimal Shown(decimal value) => _decimals == MostDecimals
        ? value
        : decimal.Round(value, _decimals, Operator[0] == '<' ? MidpointRounding.ToPositiveInfinity : MidpointRounding.ToNegativeInfinity);

    // At most twelve decimals, none of them idle. A format string says the same at several times the cost.
    private static string Text(decimal value)
    {
        Span<char> room = stackalloc char[LongestText];
        Math.Round(value, MostDecimals, MidpointRounding.AwayFromZero).TryFormat(room, out int length, default, CultureInfo.InvariantCulture);
        ReadOnlySpan<char> text = room[..length];
        return text.Contains('.') ? text.TrimEnd('0').TrimEnd('.').ToString() : text.ToString();
    }
}
