using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>The quote an entry is judged on is fresh.</summary>
[RiskRule("quote_max_age", OrderClass.EntryOrRaise, "wait for a tick",
    Description = "The quote is not older than so many milliseconds.")]
public sealed class QuoteAgeRule(
    [RiskParameter(Min = 200, Max = 10_000, Paper = 3000, PerSymbol = true, Description = "milliseconds")] int ms) : IRiskRule
{
    public RuleResult Check(RiskContext context) => context.Quote is { } quote
        ? RuleResult.AtMost((decimal)(context.Now - quote.Time).TotalMilliseconds, ms, "ms")
        : RuleResult.Missing("a quote");
}
