using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>The spread is not wider than a share of the price and, if configured, not wider than so many points.</summary>
[RiskRule("spread_max", OrderClass.EntryOrRaise, "wait",
    Description = "The spread is within basis points of the mid price and, if set, within points.")]
public sealed class SpreadRule(
    [RiskParameter(Min = 0.1, Max = 50, Paper = 3, PerSymbol = true, Description = "basis points of the mid price")] decimal bps,
    [RiskParameter(Min = 0, Max = 100_000, Paper = "none", PerSymbol = true, Description = "points")] decimal? points) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context is not { Quote: { Mid: > 0 } quote, Instrument: { } instrument })
        {
            return RuleResult.Missing("a quote");
        }

        RuleResult relative = RuleResult.AtMost(quote.Spread / quote.Mid * 10_000m, bps, "bps", decimals: 3);
        return relative.Outcome == RuleOutcome.Pass && points is { } limit
            ? RuleResult.AtMost(quote.Spread / instrument.Point, limit, "points")
            : relative;
    }
}
