using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>No entry around the rollover, when spreads are wide and prices thin. Of a market that never closes nothing is said.</summary>
[RiskRule("rollover_blackout", OrderClass.EntryOrRaise, "wait",
    Description = "It is not the time of the rollover.")]
public sealed class RolloverRule : IRiskRule
{
    private readonly LocalWeek _week;
    private readonly (TimeSpan From, TimeSpan Until) _closed;
    private readonly string _limit;

    /// <summary>A rule over a part of the day.</summary>
    /// <param name="zone">IANA zone.</param>
    /// <param name="window">Local times such as <c>16:50-17:15</c>.</param>
    /// <exception cref="FormatException">It is no window.</exception>
    public RolloverRule(
        [RiskParameter(Paper = "America/New_York", Description = "IANA zone")] string zone,
        [RiskParameter(Paper = "16:50-17:15", Description = "local times")] string window)
    {
        _week = new LocalWeek(zone);
        _closed = window.Split('-') is [{ } from, { } until]
            ? (LocalWeek.TimeOf(from), LocalWeek.TimeOf(until))
            : throw new FormatException($"'{window}' is no window; write 16:50-17:15.");
        _limit = $"{window} {zone}";
    }

    public RuleResult Check(RiskContext context)
    {
        if (!LocalWeek.Closes(context.Instrument))
        {
            return RuleResult.NotApplicable;
        }

        DateTime local = _week.At(context.Now);
        TimeSpan now = local.TimeOfDay;
        bool inside = _closed.From <= _closed.Until ? now >= _closed.From && now < _closed.Until : now >= _closed.From || now < _closed.Until;
        return RuleResult.Test(!inside, local.ToString("HH:mm", CultureInfo.InvariantCulture), "outside", _limit);
    }
}
