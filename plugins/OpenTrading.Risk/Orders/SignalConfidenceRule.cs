using OpenTrading.Risk.Switches;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>The signal behind an entry is sure enough. An operator's own orders need no signal.</summary>
[RiskRule("min_signal_confidence", OrderClass.Entry, "stronger signal",
    Description = "The signal's confidence is at least this; an operator's own orders need none.")]
public sealed class SignalConfidenceRule(
    [RiskParameter(Min = 0, Max = 1, Paper = 0.42, Description = "smallest confidence, 0 to 1")] decimal value,
    [RiskParameter(Paper = false, Description = "whether an entry without a confidence is rejected")] bool required) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (Proposers.IsOperator(context.Order.Proposer))
        {
            return RuleResult.NotApplicable;
        }

        return context.Order.Confidence switch
        {
            { } confidence when !double.IsFinite(confidence) => RuleResult.Test(false, "not a number", ">=", value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            { } confidence => RuleResult.AtLeast((decimal)confidence, value, "confidence"),
            null => required ? RuleResult.Missing("a confidence") : RuleResult.NotApplicable,
        };
    }
}
