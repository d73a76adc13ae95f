using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Levels;
using OpenTrading.Sdk.Analysis.Trends;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Context;

/// <summary>Higher timeframes.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class ContextCapabilities(BarHistory history)
{
    private const int LevelsOnEachSide = 3;

    /// <summary>Trend, averages and levels of several timeframes.</summary>
    [Capability("htf_context", "analysis", Effect.Read, "POST /analysis/htf", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Trend, strength and swings on several timeframes, whether they agree, nearest levels.")]
    public ContextResult HtfContext(
        string symbol,
        [StringLength(10), DefaultValue(new[] { Timeframe.H4, Timeframe.D1, Timeframe.W1 })] Timeframe[]? timeframes = null)
    {
        MarketSymbol resolved = history.Market.Resolve(symbol);
        List<Lookback> read = [];
        List<Unavailable> missing = [];
        CapabilityException? refusal = null;
        foreach (Timeframe timeframe in (timeframes is { Length: > 0 } ? timeframes : [Timeframe.H4, Timeframe.D1, Timeframe.W1]).Distinct().Order())
        {
            try
            {
                read.Add(TrendReading.Read(history, resolved, timeframe));
            }
            catch (CapabilityException e)
            {
                refusal ??= e;
                missing.Add(new Unavailable(timeframe.ToString(), e.Message));
            }
        }

        // One timeframe may lack bars; if all do, that is the answer.
        if (read.Count == 0)
        {
            throw refusal!;
        }

        ContextFrame[] frames = [.. read.Select(TrendReading.Of)];
        int net = frames.Count(f => f.Trend == Direction.Up) - frames.Count(f => f.Trend == Direction.Down);
        Alignment alignment = net == frames.Length ? Alignment.Up : net == -frames.Length ? Alignment.Down : Alignment.Mixed;
        Lookback newest = read.MaxBy(r => r.Stamp.AsOf)!;
        return new ContextResult
        {
            Summary = $"{resolved.Instrument.Symbol} {string.Join(", ", frames.Select(f => $"{f.Timeframe} {f.Trend.ToString().ToLowerInvariant()}"))}: {alignment.ToString().ToLowerInvariant()}.",
            Source = resolved.Source,
            AsOf = newest.Stamp.AsOf,
            Stale = newest.Stamp.Stale,
            MarketClosed = newest.Stamp.MarketClosed,
            Symbol = resolved.Instrument.Symbol,
            BrokerSymbol = resolved.BrokerSymbol,
            Frames = frames,
            Alignment = alignment,
            AlignmentScore = Math.Round(100.0 * Math.Abs(net) / frames.Length, 1),
            NearestLevels = new LevelMap(read[0], history, LevelKind.All).Nearest(LevelsOnEachSide),
            Unavailable = missing,
        };
    }
}
