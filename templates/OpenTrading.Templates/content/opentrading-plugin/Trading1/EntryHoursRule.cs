using System.Globalization;
using OpenTrading.Sdk.Risk;

namespace NamespaceOfTheName;

/// <summary>Entries are made between two hours of the day, UTC. A window from 22 to 6 spans midnight.</summary>
[RiskRule("entry_hours", OrderClass.Entry, "enter within the hours, or change them")]
public sealed class EntryHoursRule(
    [RiskParameter(Min = 0, Max = 23, Paper = 0, Live = 7, Description = "first hour of the day, UTC")] int from,
    [RiskParameter(Min = 1, Max = 24, Paper = 24, Live = 20, Description = "hour that ends the window, UTC")] int to) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        int hour = context.Now.Hour;
        bool isWithin = from < to ? hour >= from && hour < to : hour >= from || hour < to;
        return RuleResult.Test(isWithin, hour.ToString(CultureInfo.InvariantCulture), "within", $"{from} to {to}", "h UTC");
    }
}
