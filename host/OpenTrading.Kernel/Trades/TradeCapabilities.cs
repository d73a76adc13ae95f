using System.ComponentModel;
using System.Globalization;
using OpenTrading.Kernel.Journal.Notes;
using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Trades.Reviews;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.Trades;

/// <summary>What can be learnt from closed trades.</summary>
/// <param name="trades">The trades of the paper account.</param>
/// <param name="notes">The journal's notes, for tags.</param>
/// <param name="market">Prices, for excursions.</param>
/// <param name="currency">Currency of the paper account.</param>
/// <param name="time">The wall clock.</param>
/// <param name="live">Accounts at brokers; null where there can be none.</param>
/// <param name="past">Their trades; null where there can be none.</param>
public sealed class TradeCapabilities(
    TradeBook trades, NoteBook notes, IMarketData market, string currency, TimeProvider time, LiveDesks? live = null, LiveTrades? past = null)
{
    private const int EnoughTrades = 30;

    /// <summary>Reviews one trade.</summary>
    [Capability("review_trade", "journal", Effect.Read, "POST /journal/review", Errors = [ErrorCode.NotFound, ErrorCode.DataUnavailable])]
    [Description("A closed trade: plan against outcome, excursions, costs, lessons.")]
    public TradeReview ReviewTrade(string tradeId)
    {
        ClosedTrade trade = trades.Find(tradeId) ?? throw new CapabilityException(
            ErrorCode.NotFound, $"There is no closed paper trade {tradeId}", "List them with list_journal_entries or paper_list_trades; live and backtest trades are not reviewed yet.");
        List<MissingSection> missing = [new("regime", "no analysis of that time is kept"), new("news", "no news of that time is kept")];
        Excursion? excursion = null;
        try
        {
            excursion = Excursion.Of(trade, market);
        }
        catch (CapabilityException e) when (e.Code is ErrorCode.DataUnavailable or ErrorCode.SymbolUnknown)
        {
            missing.Add(new MissingSection("excursions", e.Message));
        }

        decimal? distance = trade.StopLoss is { } stop ? Math.Abs(trade.Entry - stop) : null;
        decimal? mae = distance > 0 && excursion is not null ? -Math.Round(excursion.Adverse / distance.Value, 2) : null;
        decimal? mfe = distance > 0 && excursion is not null ? Math.Round(excursion.Favourable / distance.Value, 2) : null;
        decimal? efficiency = excursion is { Favourable: > 0 } ? Math.Round(100 * (trade.Exit - trade.Entry) * (int)trade.Side / excursion.Favourable, 1) : null;
        decimal? slippage = trade.Plan is { ReferencePrice: > 0 } plan ? (trade.Entry - plan.ReferencePrice) * (int)trade.Side / market.Resolve(trade.Symbol).Instrument.Point : null;
        return new TradeReview
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{trade.Symbol} {(trade.Side > 0 ? "buy" : "sell")} {trade.Lots}: {trade.Net:+0.00;-0.00;0.00} {currency}{(trade.R is { } r ? $" ({r:+0.00;-0.00;0.00} R)" : "")}, closed by {trade.ExitReason}."),
            AsOf = time.GetUtcNow().UtcDateTime,
            Plan = trade.Plan,
            Actual = new TradeOutcome(
                trade.Symbol, trade.Side, trade.Lots, trade.Entry, trade.Exit, trade.OpenedAt, trade.ClosedAt, trade.ExitReason, trade.Profit, trade.Costs, trade.Net, trade.Risk, currency),
            R = trade.R,
            MaeR = mae,
            MfeR = mfe,
            EfficiencyPct = efficiency,
            SlippagePoints = slippage,
            RuleBreaches = trade.Breaches,
            Context = new TradeContext(excursion?.SpreadPoints, excursion?.Timeframe),
            Lessons = Lessons.Of(trade, mae, mfe, efficiency, slippage),
            Unavailable = missing,
        };
    }

    /// <summary>Adds up the trades.</summary>
    [Capability("get_performance_stats", "journal", Effect.Read, "GET /journal/stats", Errors = [ErrorCode.NotConnected])]
    [Description("Results of closed trades, grouped.")]
    public PerformanceStats GetPerformanceStats(
        AccountName account = AccountName.Paper, PerformanceGrouping by = PerformanceGrouping.Symbol, DateTime? from = null, DateTime? to = null)
    {
        if (account == AccountName.Paper || live is null || past is null)
        {
            account.RequireConnected();
            return Stats("No paper trade was closed in that time.", "", currency, trades, by, from, to);
        }

        LiveDesk desk = live.Require(account: null);
        AccountTrades known = past.Of(desk.Account);
        int unseen = known.Trades.Unseen;
        return Stats(
            $"No trade of {desk.Masked} was closed in that time.",
            FormattableString.Invariant($" {desk.Link!.Name} is followed since {known.Since ?? time.GetUtcNow().UtcDateTime:yyyy-MM-dd HH:mm} UTC{(unseen > 0 ? $"; {unseen} closings of positions opened before are left out" : "")}."),
            desk.Link.Snapshot().Account.Currency,
            known.Trades,
            by,
            from,
            to);
    }

    private PerformanceStats Stats(string none, string more, string currency, TradeBook of, PerformanceGrouping by, DateTime? from, DateTime? to)
    {
        ClosedTrade[] all = [.. of.Newest.Where(t => (from is null || t.ClosedAt >= from) && (to is null || t.ClosedAt < to))];
        ILookup<string, string> tags = notes.TagsByTrade();
        PerformanceGroup[] groups =
        [
            .. all.SelectMany(t => TradeGroups.KeysOf(t, by, tags).Select(key => (Key: key, Trade: t)))
                .GroupBy(p => p.Key, p => p.Trade, StringComparer.Ordinal)
                .Select(g => PerformanceGroup.Of(g.Key, [.. g]))
                .OrderBy(g => TradeGroups.OrderOf(g.Key, g.N, by)).ThenBy(g => g.Key, StringComparer.Ordinal),
        ];
        PerformanceGroup total = PerformanceGroup.Of("total", all);
        return new PerformanceStats
        {
            Summary = all.Length == 0
                ? none + more
                : string.Create(CultureInfo.InvariantCulture, $"{total.N} closed trades: {total.Pnl:+0.00;-0.00;0.00} {currency}, {total.WinPct:0.#} % won{(total.AvgR is { } r ? $", {r:0.00} R on average" : "")}{(total.N < EnoughTrades ? "; too few to conclude anything" : "")}.{more}"),
            AsOf = time.GetUtcNow().UtcDateTime,
            Currency = currency,
            Groups = groups,
            Total = total,
            SmallSample = [.. groups.Where(g => g.N < EnoughTrades).Select(g => g.Key)],
        };
    }
}
