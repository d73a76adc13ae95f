using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Charts;

/// <summary>Charts.</summary>
/// <param name="history">Bars and indicators.</param>
/// <param name="shelf">Where charts are kept.</param>
internal sealed class ChartCapabilities(BarHistory history, IChartShelf shelf)
{
    private const int MostOverlays = 8;

    private const int LongestName = 60;
    private const int Digits = 7;

    /// <summary>Draws candles.</summary>
    [Capability("render_chart", "analysis", Effect.Read, "POST /charts/render", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("A picture of candles with indicators over them or in a panel below.")]
    public async Task<ChartResult> RenderChart(
        ICallContext call,
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Range(10, 500), Description("Candles")] int count = 150,
        [StringLength(LongestName), Description("Such as ema(50); at most 8")] string[]? overlays = null,
        ChartTrades trades = ChartTrades.None,
        [StringLength(64), Description("Of a backtest")] string? runId = null,
        ChartFormat format = ChartFormat.Svg)
    {
        Refuse(trades, runId);
        if (overlays?.Length > MostOverlays)
        {
            throw Argument.Refuse("overlays", $"has {overlays.Length} items; a chart bears at most {MostOverlays}");
        }

        IndicatorSetup[] setups = [.. (overlays ?? []).Select(Setup)];
        int warmup = setups.Select(s => s.WarmupBars).DefaultIfEmpty(2).Max();
        var asked = new Lookback(history, symbol, timeframe, count, Math.Max(2, warmup), setups.MaxBy(s => s.WarmupBars)?.ToString() ?? "a chart");
        Overlay[] lines = [.. setups.SelectMany(s => Overlay.Of(s, asked)).Where(l => l.Values.Any(double.IsFinite))];
        KeptChart chart = await shelf.KeepAsync(new ChartDrawing(asked, lines).Svg, format, call.CancellationToken).ConfigureAwait(false);
        return new ChartResult
        {
            Summary = $"{asked.Name}: {asked.Count} candles up to {asked.Read.Latest.Time:yyyy-MM-dd HH:mm} UTC, close {asked.Price(asked.Close)}{(lines.Length > 0 ? $", with {string.Join(", ", lines.Select(l => l.Name))}" : "")}.",
            Source = asked.Read.Symbol.Source,
            AsOf = asked.Stamp.AsOf,
            Stale = asked.Stamp.Stale,
            MarketClosed = asked.Stamp.MarketClosed,
            Symbol = asked.Instrument.Symbol,
            BrokerSymbol = asked.Read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            ChartId = chart.Id,
            Uri = chart.Uri,
            MimeType = chart.Image.MimeType,
            Width = ChartCanvas.Width,
            Height = ChartCanvas.Height,
            TradesDrawn = 0,
            Legend = [.. lines.Select((l, i) => new LegendEntry(l.Name, ChartDrawing.Color(i), l.IsPrice ? "price" : "below", double.IsFinite(l.Values[^1]) ? Rounding.Significant(l.Values[^1], Digits) : null))],
            Content = chart.Content(call.Surface),
            Image = chart.Image,
        };
    }

    private IndicatorSetup Setup(string text)
    {
        string name = text.Trim();
        IndicatorSetup setup = name.Contains('(', StringComparison.Ordinal)
            ? Argument.Read("overlays", () => Expression.ParseIndicator(name, history.Indicators))
            : history.Indicators.Require(name).Default;
        return setup.Definition.NeedsReference ? throw Argument.Refuse("overlays", $"{setup.Definition.Name} compares two symbols and is no line of one") : setup;
    }

    private static void Refuse(ChartTrades trades, string? runId)
    {
        if (trades == ChartTrades.Backtest && runId is null)
        {
            throw Argument.Refuse("runId", "name the backtest whose trades are to be drawn");
        }

        if (trades != ChartTrades.None)
        {
            throw new CapabilityException(ErrorCode.DataUnavailable, $"This host hands plugins no {trades.ToString().ToLowerInvariant()} trades to draw", "Draw the chart with trades none; the trades are told by the capabilities of their account or run.");
        }
    }
}
