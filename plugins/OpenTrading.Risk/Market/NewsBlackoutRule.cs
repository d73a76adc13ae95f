using System.Globalization;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>No entry around a release that may move one of the symbol's currencies. A calendar that is missing or old rejects, for what is in it nobody knows.</summary>
[RiskRule("news_blackout", OrderClass.EntryOrRaise, "wait",
    Description = "No release of the symbol's currencies is near, by a calendar that is fresh.")]
public sealed class NewsBlackoutRule(
    [RiskParameter(Min = 0, Max = 1440, Paper = "none", Live = 5, Description = "minutes before a release")] int? before,
    [RiskParameter(Min = 0, Max = 1440, Paper = "none", Live = 5, Description = "minutes after a release")] int? after,
    [RiskParameter(Paper = EventImpact.High, Description = "least impact that counts: low, medium or high")] EventImpact impact,
    [RiskParameter(Name = "max_age_h", Min = 1, Max = 168, Paper = 24, Description = "age of the calendar, hours")] int age) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (before is null && after is null)
        {
            return RuleResult.NotApplicable;
        }

        if (context is not { Calendar: { AsOf: { } asOf } calendar, Instrument: { } instrument })
        {
            return RuleResult.Missing("a calendar of releases and an instrument");
        }

        if (context.Now - asOf > TimeSpan.FromHours(age))
        {
            return RuleResult.AtMost(Math.Round((decimal)(context.Now - asOf).TotalHours, 2, MidpointRounding.ToPositiveInfinity), age, "h since the calendar was read");
        }

        EconomicEvent? near = calendar.Near(
            context.Now, [instrument.BaseCurrency, instrument.ProfitCurrency], impact, TimeSpan.FromMinutes(before ?? 0), TimeSpan.FromMinutes(after ?? 0)).FirstOrDefault();
        return near is null
            ? RuleResult.Test(true, "no release", "near", "now")
            : RuleResult.Test(false, $"{near.Currency} at {near.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}", "not within", $"{before ?? 0} min before to {after ?? 0} min after");
    }
}
