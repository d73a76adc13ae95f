using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Switches;

/// <summary>Reads the no-trade conditions off what the gate's rules said: the rules decide, nothing here measures again.</summary>
internal static class NoTradeConditions
{
    private static readonly Dictionary<string, NoTradeCondition> ByRule = new()
    {
        ["news_blackout"] = NoTradeCondition.News,
        ["spread_max"] = NoTradeCondition.Spread,
        ["spread_vs_median_max"] = NoTradeCondition.Spread,
        ["trading_session"] = NoTradeCondition.Session,
        ["broker_session_open"] = NoTradeCondition.Session,
        ["weekend_flat"] = NoTradeCondition.Session,
        ["rollover_blackout"] = NoTradeCondition.Rollover,
        ["quote_max_age"] = NoTradeCondition.StaleData,
        ["cooldown_after_loss"] = NoTradeCondition.Cooldown,
        ["consecutive_losses_max"] = NoTradeCondition.Cooldown,
        ["stoploss_guard"] = NoTradeCondition.Cooldown,
    };

    /// <summary>All conditions, in the order of the enum.</summary>
    public static IReadOnlyList<NoTradeRow> Of(GateLook look) =>
        [.. Enum.GetValues<NoTradeCondition>().Select(c => Row(c, look) ?? Closed(c, look.Context) ?? new NoTradeRow(c, false, "no rule watches it"))];

    private static NoTradeRow? Row(NoTradeCondition condition, GateLook look)
    {
        RuleVerdict[] watching = [.. look.Verdict.Verdicts.Where(v => ByRule.TryGetValue(v.Rule.Id, out NoTradeCondition watched) && watched == condition && v.Result.Outcome != RuleOutcome.NotApplicable)];
        return watching.Length == 0 ? null : new NoTradeRow(
            condition,
            watching.Any(v => v.Result.Outcome != RuleOutcome.Pass),
            string.Join("; ", watching.Select(v => Violation.From(v, look.Context).Finding)));
    }

    // Trading hours of the instrument, where no rule speaks of them.
    private static NoTradeRow? Closed(NoTradeCondition condition, RiskContext seen)
    {
        if (condition != NoTradeCondition.Session || seen.Instrument is not { Sessions: { Count: > 0 } sessions } instrument)
        {
            return null;
        }

        bool open = sessions.Any(s => s.Contains(seen.Now));
        return new NoTradeRow(condition, !open, $"{instrument.Symbol} is {(open ? "open" : "closed")}", open ? null : NextOpen(sessions, seen.Now));
    }

    private static DateTime? NextOpen(IReadOnlyList<TradingSession> sessions, DateTime now) => Enumerable.Range(0, 8)
        .SelectMany(ahead => sessions.Where(s => s.Day == now.Date.AddDays(ahead).DayOfWeek).Select(s => now.Date.AddDays(ahead) + s.From))
        .Where(start => start > now)
        .Order()
        .Cast<DateTime?>()
        .FirstOrDefault();
}
