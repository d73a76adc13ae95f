using System.ComponentModel;
using System.Globalization;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Paper.Performance;

/// <summary>A day of the paper account, looked back on.</summary>
/// <param name="paper">The account.</param>
/// <param name="trades">Its trades.</param>
/// <param name="limits">The limits of this host.</param>
/// <param name="day">When a trading day resets.</param>
public sealed class DailyCapabilities(PaperDesk paper, TradeBook trades, RiskLimits limits, BrokerDay day)
{
    /// <summary>A day's evaluation.</summary>
    [Capability("paper_daily_evaluation", "paper", Effect.Read, "GET /paper/evaluation")]
    [Description("A trading day on paper: result, refusals, best, worst, plan against outcome.")]
    public DailyEvaluation PaperDailyEvaluation([Description("default: the present day")] DateOnly? date = null)
    {
        DateOnly asked = date ?? day.DateOf(paper.Market.Now);
        if (asked == DateOnly.MinValue || asked.Year >= DateOnly.MaxValue.Year)
        {
            string fault = $"{asked:yyyy-MM-dd} is no trading day";
            throw new CapabilityException(ErrorCode.ValidationError, $"date: {fault}", "Give a day such as 2026-01-05.", [new ErrorDetail(["date"], fault)]);
        }

        (DateTime from, DateTime to) = (day.StartOf(asked), day.StartOf(asked.AddDays(1)));
        ClosedTrade[] closed = [.. trades.Newest.Where(t => t.ClosedAt >= from && t.ClosedAt < to).Reverse()];
        return paper.Do(desk => Answer(desk, asked, closed, Breaches(desk, from, to)));
    }

    private DailyEvaluation Answer(TradingDesk desk, DateOnly asked, ClosedTrade[] closed, BreachCount[] breaches)
    {
        var open = OpenRisk.Of(AccountView.Of(desk));
        string currency = desk.Broker.Snapshot().Account.Currency;
        decimal pnl = closed.Sum(t => t.Net);
        DayReference? reference = desk.State.Day is { } known && known.Day == asked ? known : null;
        PriceStamp stamp = paper.Stamp();
        return new DailyEvaluation
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{asked:yyyy-MM-dd}: {closed.Length} trades closed, {pnl:+0.00;-0.00;0.00} {currency}; {breaches.Sum(b => b.N)} refusals; {open.Pct} % at risk to the stops."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Date = asked,
            Trades = closed.Length,
            Pnl = pnl,
            PnlR = closed.Sum(t => t.R ?? 0),
            RuleBreaches = breaches,
            Best = closed.MaxBy(t => t.Net) is { } best ? TradeMark.Of(best) : null,
            Worst = closed.MinBy(t => t.Net) is { } worst ? TradeMark.Of(worst) : null,
            VsPlan = [.. closed.Select(PlanComparison.Of)],
            OpenRiskPct = open.Pct,
            Actions = [.. DayActions.Of(closed, breaches, open, 100 * limits.Number("daily_loss_max", "frac"), reference is null ? null : Percent.Of(pnl, reference.Amount))],
            Currency = currency,
        };
    }

    private static BreachCount[] Breaches(TradingDesk desk, DateTime from, DateTime to) =>
    [
        .. desk.Ledger.All
            .Where(o => o.ProposedAt >= from && o.ProposedAt < to)
            .SelectMany(o => o.Violations)
            .GroupBy(v => v.Rule)
            .Select(g => new BreachCount(g.Key, g.Count(), g.Last().Message))
            .OrderByDescending(b => b.N).ThenBy(b => b.Rule, StringComparer.Ordinal),
    ];
}
