using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>The spread is no multiple of what it has been within minutes. Needs quotes second by second; of bars nothing is said.</summary>
[RiskRule("spread_vs_median_max", OrderClass.Entry, "wait",
    Description = "The spread is within a multiple of its median of minutes.")]
public sealed class SpreadMedianRule(
    [RiskParameter(Min = 1, Max = 10, Paper = 3, Description = "multiple of the median")] decimal mult,
    [RiskParameter(Min = 5, Max = 240, Paper = 60, Description = "minutes")] int min,
    [RiskParameter(Min = 1, Max = 14_400, Paper = 60, Description = "fewest samples, one a second")] int samples) : IRiskRule
{
    private readonly TimeSpan _window = TimeSpan.FromMinutes(min);

    public RuleResult Check(RiskContext context)
    {
        int count = 0;
        if (context.Samples?.MedianSpread(context.Now, _window, out count) is not { } median || count < samples)
        {
            return context.Account.Kind == AccountKind.Simulated ? RuleResult.NotApplicable : RuleResult.AtLeast(count, samples, "samples");
        }

        return context is { Quote: { } quote, Instrument: { } instrument }
            ? RuleResult.AtMost(quote.Spread / instrument.Point, mult * median / instrument.Point, "points")
            : RuleResult.Missing("a quote");
    }
}
