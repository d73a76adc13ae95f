using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>The host reckons the instrument as the broker does: what it was told is fresh, of a kind it knows, and gives the same value of a tick.</summary>
[RiskRule("instrument_spec", OrderClass.EntryOrRaise, "reload symbol",
    Description = "The broker's terms of the instrument are fresh and known, and its tick value is the host's within a fraction.")]
public sealed class InstrumentSpecRule(
    [RiskParameter(Name = "age_s", Min = 60, Max = 86_400, Paper = 3600, Description = "age of what the broker said, seconds")] int age,
    [RiskParameter(Name = "tol", Min = 0, Max = 0.05, Paper = 0.02, Description = "difference of the tick values, fraction")] decimal tolerance) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Instrument is not { } instrument)
        {
            return RuleResult.Missing("an instrument");
        }

        if (context.Spec is not { } spec)
        {
            return context.Account.Kind == AccountKind.Simulated ? RuleResult.NotApplicable : RuleResult.Missing("the broker's terms of the instrument");
        }

        if (!spec.IsKnownMode || spec.Age.TotalSeconds > age)
        {
            return spec.IsKnownMode ? RuleResult.AtMost((decimal)Math.Ceiling(spec.Age.TotalSeconds), age, "s") : RuleResult.Test(false, "unknown", "=", "a known calculation");
        }

        return spec.TickValue > 0 && context.Rates.Rate(instrument.ProfitCurrency, context.Account.Currency) is { } rate
            ? RuleResult.AtMost(Math.Abs((instrument.TickValue * rate / spec.TickValue) - 1), tolerance, "of the tick value", decimals: 6)
            : RuleResult.Missing("the value of a tick and a rate to the account currency");
    }
}
