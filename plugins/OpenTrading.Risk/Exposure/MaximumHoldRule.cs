using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>An entry is not meant to be held longer than so many minutes, and the host closes what is. Off by default.</summary>
[RiskRule("max_hold_time", OrderClass.Entry, "shorten",
    Description = "The time for which an entry is meant to be held, where somebody said, is within minutes.")]
public sealed class MaximumHoldRule(
    [RiskParameter(Min = 1, Max = 1_000_000, Paper = "none", Description = "minutes")] int? min) : IRiskRule, IPositionDeadline
{
    public bool EndsPositions => min is not null;

    public RuleResult Check(RiskContext context) => min is { } minutes && context.PlannedHold is { } planned
        ? RuleResult.AtMost((decimal)planned.TotalMinutes, minutes, "min")
        : RuleResult.NotApplicable;

    public string? Overdue(Position position, Instrument? instrument, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(position);
        return min is { } minutes && now - position.OpenedAt >= TimeSpan.FromMinutes(minutes) ? $"max_hold_time: held for {minutes} min" : null;
    }
}
