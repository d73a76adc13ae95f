using System.Globalization;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>No entry shortly before the weekend, whose gap no stop holds. Of a market that never closes nothing is said.</summary>
[RiskRule("weekend_flat", OrderClass.EntryOrRaise, "wait",
    Description = "It is not the end of the week, in local time.")]
public sealed class WeekendRule : IRiskRule, IPositionDeadline
{
    private readonly LocalWeek _week;
    private readonly (TimeSpan From, TimeSpan Until) _closed;
    private readonly string _limit;
    private readonly TimeSpan? _closeAt;

    /// <summary>A rule over a part of the week.</summary>
    /// <param name="zone">IANA zone.</param>
    /// <param name="from">Its begin, such as <c>Fri 15:00</c>.</param>
    /// <param name="until">Its end, such as <c>Sun 18:00</c>.</param>
    /// <param name="closeAt">From when on until the end the host closes what is open, such as <c>Fri 16:45</c>; <c>none</c> closes nothing.</param>
    /// <exception cref="FormatException">One is no point of the week.</exception>
    public WeekendRule(
        [RiskParameter(Paper = "America/New_York", Description = "IANA zone")] string zone,
        [RiskParameter(Paper = "Fri 15:00", Description = "begin")] string from,
        [RiskParameter(Paper = "Sun 18:00", Description = "end")] string until,
        [RiskParameter(Name = "close_at", Paper = "none", Description = "from when on the host closes what is open, such as Fri 16:45; none closes nothing")] string closeAt)
    {
        _week = new LocalWeek(zone);
        _closed = (LocalWeek.Point(from), LocalWeek.Point(until));
        _closeAt = closeAt is null or "none" ? null : LocalWeek.Point(closeAt);
        _limit = $"{from} to {until} {zone}";
    }

    public bool EndsPositions => _closeAt is not null;

    public string? Overdue(Position position, Instrument? instrument, DateTime now) =>
        _closeAt is { } from && LocalWeek.Closes(instrument) && _week.IsBetween(now, from, _closed.Until) ? "weekend_flat: the weekend is near" : null;

    public RuleResult Check(RiskContext context) => LocalWeek.Closes(context.Instrument)
        ? RuleResult.Test(!_week.IsBetween(context.Now, _closed.From, _closed.Until), _week.At(context.Now).ToString("ddd HH:mm", CultureInfo.InvariantCulture), "outside", _limit)
        : RuleResult.NotApplicable;
}
