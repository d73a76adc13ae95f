using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Regimes;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Regimes;

/// <summary>Regimes.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class RegimeCapabilities(BarHistory history)
{
    private const int MostSpans = 20;

    /// <summary>The regime of one timeframe.</summary>
    [Capability("get_regime", "analysis", Effect.Read, "POST /analysis/regime", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Regime now (trend, range, volatile, quiet), what speaks for each, since when, and those before.")]
    public RegimeResult GetRegime(
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Range(Lookback.Least, Lookback.Most)] int bars = 500)
    {
        var asked = new Lookback(history, symbol, timeframe, bars, RegimeTrack.WarmupBars, "get_regime");
        var track = new RegimeTrack(asked);
        RegimeSpan now = track.Spans[^1];
        string name = NameOf(now.Regime);
        return new RegimeResult
        {
            Summary = FormattableString.Invariant($"{asked.Name}: {name} since {now.From:yyyy-MM-dd HH:mm} UTC, {now.Bars} bars; ADX {track.Adx:0.0}, volatility higher than at {track.Percentile:0} % of the bars before."),
            Source = asked.Read.Symbol.Source,
            AsOf = asked.Stamp.AsOf,
            Stale = asked.Stamp.Stale,
            MarketClosed = asked.Stamp.MarketClosed,
            Symbol = asked.Instrument.Symbol,
            BrokerSymbol = asked.Read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            Regime = now.Regime,
            Probabilities = track.Latest.Shares.Index().ToDictionary(s => NameOf((MarketRegime)s.Index), s => Math.Round(s.Item, 4)),
            Adx = Math.Round(track.Adx, 2),
            EfficiencyRatio = Math.Round(track.Efficiency, 4),
            Hurst = Exponent.Of(asked) is var hurst && double.IsFinite(hurst) ? Math.Round(hurst, 4) : null,
            VolPercentile = Math.Round(track.Percentile, 1),
            SinceAt = now.From,
            History = [.. track.Spans.Reverse().Take(MostSpans)],
        };
    }

    private static string NameOf(MarketRegime regime) => JsonNamingPolicy.SnakeCaseLower.ConvertName(regime.ToString());
}
