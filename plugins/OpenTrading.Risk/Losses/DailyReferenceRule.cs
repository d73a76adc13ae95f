using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Losses;

/// <summary>The reference of the current trading day is known; without it no daily loss can be judged.</summary>
/// <param name="zone">IANA zone of the daily reset.</param>
/// <param name="time">Local time of the daily reset, HH:mm.</param>
/// <param name="reference">Which money counts: balance, equity, or the larger.</param>
[RiskRule("daily_dd_reference", OrderClass.EntryOrRaise, "operator enters it", Scope = RiskScope.Account,
    Description = "The reference of the current trading day is known.")]
public sealed class DailyReferenceRule(
    [RiskParameter(Paper = "Etc/UTC", Description = "IANA zone of the reset")] string zone,
    [RiskParameter(Paper = "00:00", Description = "local time of the reset")] string time,
    [RiskParameter(Name = "ref", Paper = DayReferenceKind.Max, Description = "balance, equity or max")] DayReferenceKind reference) : IRiskRule
{
    /// <summary>IANA zone of the daily reset.</summary>
    public string Zone { get; } = zone;

    /// <summary>Local time of the daily reset.</summary>
    public string Time { get; } = time;

    /// <summary>Which money counts.</summary>
    public DayReferenceKind Reference { get; } = reference;

    public RuleResult Check(RiskContext context) => context.State.Day is { } day
        ? RuleResult.Test(true, day.Amount.ToString(CultureInfo.InvariantCulture), "known since", day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), context.Account.Currency)
        : RuleResult.Missing("the reference of the current day");
}
