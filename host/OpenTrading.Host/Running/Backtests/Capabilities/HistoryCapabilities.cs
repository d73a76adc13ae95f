using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>The backtests that are kept.</summary>
internal sealed class HistoryCapabilities(RunKeeper keeper, Paging paging)
{
    /// <summary>Lists them.</summary>
    [Capability("list_backtests", "backtest", Effect.Read, "GET /backtest")]
    [Description("Kept backtests and walk-forwards with their headline figures, newest first.")]
    public BacktestList ListBacktests(ICallContext call, [StringLength(100), Description("Of this strategy")] string? strategyId = null, [Range(1, 5000)] int limit = 20, string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        RunCard[] all = [.. keeper.Archive.Ids("bt_").Select(id => keeper.Archive.Read<RunCard>(id)).OfType<RunCard>().Where(c => strategyId is null || c.StrategyId == strategyId)];
        Page<RunCard> page = paging.CutAfter(all, c => c.RunId, limit, cursor, Paging.Query("list_backtests", strategyId));
        return new BacktestList
        {
            Summary = $"{page.Total} kept backtests{(strategyId is null ? "" : $" of {strategyId}")}.",
            AsOf = keeper.Now,
            Runs = [.. page.Items.Select(BacktestRow.Of)],
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
        };
    }

    /// <summary>Tells one in full.</summary>
    [Capability("get_backtest_report", "backtest", Effect.Read, "GET /backtest/{runId}", Errors = [ErrorCode.NotFound])]
    [Description("A kept backtest without trades and equity: metrics, settings, periods, sides, drawdowns.")]
    public BacktestReportResult GetBacktestReport(string runId)
    {
        RunCard card = keeper.Card(runId);
        return BacktestReportResult.Of(card, Math.Max(1, keeper.Trials.Of(card.DataHash)), keeper.Now);
    }

    /// <summary>Its trades.</summary>
    [Capability("get_backtest_trades", "backtest", Effect.Read, "GET /backtest/{runId}/trades", Errors = [ErrorCode.NotFound])]
    [Description("Closed trades of a kept backtest, newest first.")]
    public TradeList GetBacktestTrades(ICallContext call, string runId, [Range(1, 5000)] int limit = 50, string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        RunCard card = keeper.Card(runId);
        using JsonDocument report = keeper.Report(runId);
        JsonElement trades = report.RootElement.GetProperty("trades");
        int[] newest = [.. Enumerable.Range(1, trades.GetArrayLength()).Reverse()];
        Page<int> page = paging.Cut(newest, limit, cursor, Paging.Query("get_backtest_trades", runId));
        return new TradeList
        {
            Summary = $"{page.Total} closed trades of {card.StrategyId} on {string.Join(",", card.Symbols)}.",
            AsOf = keeper.Now,
            Currency = card.Currency,
            Trades = [.. page.Items.Select(n => TradeRow.Read(n, trades[n - 1]))],
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
        };
    }

    /// <summary>Its equity.</summary>
    [Capability("get_backtest_equity", "backtest", Effect.Read, "GET /backtest/{runId}/equity", Errors = [ErrorCode.NotFound])]
    [Description("Equity and drawdown of a kept backtest by day, thinned.")]
    public EquityResult GetBacktestEquity(ICallContext call, string runId, [Range(2, 5000), Description("Most rows")] int points = 100)
    {
        Paging.RequireRows(call, points);
        RunCard card = keeper.Card(runId);
        using JsonDocument report = keeper.Report(runId);
        EquityDay[] days = [.. EquityDay.Read(report)];
        IReadOnlyList<int> kept = Thinned.Of([.. days.Select(d => d.DrawdownPct)], points);
        return new EquityResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{days.Length} days, {kept.Count} shown: {(days.Length > 0 ? days[^1].Equity : 0):#,0.00} {card.Currency} at the end, deepest fall {card.Metrics.GetValueOrDefault("maxDrawdownPct"):0.##} %."),
            AsOf = keeper.Now,
            Currency = card.Currency,
            Columns = ["time", "equity", "drawdownPct"],
            Rows = [.. kept.Select(i => (object?[])[days[i].Time, Figures.Money(days[i].Equity), Figures.Ratio(days[i].DrawdownPct)])],
            Downsampled = kept.Count < days.Length,
        };
    }
}
