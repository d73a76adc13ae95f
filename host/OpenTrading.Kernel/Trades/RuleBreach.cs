namespace OpenTrading.Kernel.Trades;

/// <summary>A rule that refused an order.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Message">What it said.</param>
public sealed record RuleBreach(string Rule, string Message);
