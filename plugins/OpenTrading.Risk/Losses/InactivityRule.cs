using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Losses;

/// <summary>Warns of an account that a firm closes when nothing is opened for long, five days before. Rejects nothing; off by default.</summary>
[RiskRule("inactivity_max", OrderClass.Entry, "-", Scope = RiskScope.Account,
    Description = "Always; warns when the last entry is nearly too long ago.")]
public sealed class InactivityRule(
    [RiskParameter(Min = 1, Max = 365, Paper = "none", Description = "days without an entry")] int? days) : IRiskRule
{
    private const int Warning = 5;

    public RuleResult Check(RiskContext context)
    {
        if (days is not { } longest || context.History.LastEntry is not { } last)
        {
            return RuleResult.NotApplicable;
        }

        int idle = (int)(context.Now - last).TotalDays;
        string limit = longest.ToString(CultureInfo.InvariantCulture);
        return RuleResult.Test(true, idle.ToString(CultureInfo.InvariantCulture), idle >= longest - Warning ? "warns before" : "<", limit, "days without an entry");
    }
}
