using System.ComponentModel;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Kernel.Backtesting.Charts;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Charts;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Pictures of kept backtests.</summary>
/// <param name="keeper">The backtests.</param>
/// <param name="shelf">Where pictures are kept.</param>
internal sealed class ChartCapabilities(RunKeeper keeper, IChartShelf shelf)
{
    /// <summary>Draws one.</summary>
    [Capability("render_backtest_chart", "backtest", Effect.Read, "GET /backtest/{runId}/chart", Errors = [ErrorCode.NotFound])]
    [Description("A picture of a kept backtest: equity, drawdown, months or trades by result.")]
    public async Task<RunChartResult> RenderBacktestChart(ICallContext call, string runId, RunChartKind kind = RunChartKind.Equity, ChartFormat format = ChartFormat.Svg)
    {
        RunCard card = keeper.Card(runId);
        KeptChart chart = await shelf.KeepAsync(Draw(card, kind), format, call.CancellationToken).ConfigureAwait(false);
        return new RunChartResult
        {
            Summary = $"{kind} of {card.StrategyId} on {string.Join(",", card.Symbols)} {card.Timeframe}, {card.From:yyyy-MM-dd} to {card.To:yyyy-MM-dd}.",
            AsOf = keeper.Now,
            ChartId = chart.Id,
            Uri = chart.Uri,
            MimeType = chart.Image.MimeType,
            Width = ChartCanvas.Width,
            Height = ChartCanvas.Height,
            Content = chart.Content(call.Surface),
            Image = chart.Image,
        };
    }

    private string Draw(RunCard card, RunChartKind kind)
    {
        string title = $"{card.StrategyId} · {string.Join(",", card.Symbols)} {card.Timeframe} · {card.Source} · {card.Currency}";
        if (kind == RunChartKind.Monthly)
        {
            return RunChart.Monthly(title, card.ByMonth);
        }

        using JsonDocument report = keeper.Report(card.RunId);
        if (kind == RunChartKind.Distribution)
        {
            return RunChart.Distribution(title, [.. report.RootElement.GetProperty("trades").EnumerateArray().Select(t => t.GetProperty("net").GetDouble())]);
        }

        EquityDay[] days = [.. EquityDay.Read(report)];
        return kind == RunChartKind.Equity
            ? RunChart.Equity(title, [.. days.Select(d => d.Time)], [.. days.Select(d => d.Equity)])
            : RunChart.Drawdown(title, [.. days.Select(d => d.Time)], [.. days.Select(d => d.DrawdownPct)]);
    }
}
