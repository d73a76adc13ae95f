using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Analysis.Patterns.Candlesticks;
using OpenTrading.Analysis.Patterns.Charts;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Patterns;

/// <summary>Patterns.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class PatternCapabilities(BarHistory history)
{
    /// <summary>Candlestick or chart patterns.</summary>
    [Capability("detect_patterns", "analysis", Effect.Read, "POST /analysis/patterns", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Candlestick or chart patterns, newest first, with side and outcome.")]
    public PatternsResult DetectPatterns(
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Range(Lookback.Least, Lookback.Most)] int bars = 500,
        PatternKind kind = PatternKind.Candlestick,
        [Range(1, 100)] int limit = 30)
    {
        var asked = new Lookback(history, symbol, timeframe, bars, Lookback.Least, "detect_patterns");
        PatternMatch[] all = [.. kind == PatternKind.Candlestick ? CandlestickScan.Of(asked) : ChartScan.Of(asked)];
        return new PatternsResult
        {
            Summary = $"{asked.Name}: {all.Length} {kind.ToString().ToLowerInvariant()} patterns in {asked.Count} bars{(all is [{ } newest, ..] ? $", newest {newest.Pattern} on {newest.To:yyyy-MM-dd HH:mm} UTC, {newest.State.ToString().ToLowerInvariant()}" : "")}.",
            Source = asked.Read.Symbol.Source,
            AsOf = asked.Stamp.AsOf,
            Stale = asked.Stamp.Stale,
            MarketClosed = asked.Stamp.MarketClosed,
            Symbol = asked.Instrument.Symbol,
            BrokerSymbol = asked.Read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            Matches = [.. all.Take(limit)],
            Total = all.Length,
            Truncated = all.Length > limit,
        };
    }
}
