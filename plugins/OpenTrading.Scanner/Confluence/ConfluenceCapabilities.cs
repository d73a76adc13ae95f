using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Scanner.Markets;
using OpenTrading.Scanner.Opportunities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Confluence;

/// <summary>The score of one symbol.</summary>
/// <param name="readings">Reads markets.</param>
internal sealed class ConfluenceCapabilities(MarketReadings readings)
{
    /// <summary>Both directions, factor by factor.</summary>
    [Capability("get_confluence_score", "scanner", Effect.Read, "POST /opportunity/score", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("What speaks for buying and for selling a symbol, 0 to 100, by factor with reasons.")]
    public ConfluenceResult GetConfluenceScore(
        string symbol,
        [StringLength(ScanTerms.MostTimeframes), DefaultValue(new[] { Timeframe.M15, Timeframe.H1, Timeframe.H4 })] Timeframe[]? timeframes = null,
        [Description("What counts")] string preset = Preset.Usual)
    {
        Preset weights = Preset.Require(preset);
        MarketReading market = readings.Read(symbol, ScanTerms.Frames(timeframes));
        var score = new ConfluenceScore(market, weights);
        DataStamp stamp = market.Entry.Lookback.Stamp;
        SideScore best = score[score.Best];
        return new ConfluenceResult
        {
            Summary = FormattableString.Invariant($"{market.Symbol.Instrument.Symbol} {weights.Name}: long {score.Long.Score}, short {score.Short.Score}; for {score.Best.ToString().ToLowerInvariant()} most: {string.Join(", ", best.Strongest.Select(f => f.Name))}."),
            Source = market.Symbol.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = market.Symbol.Instrument.Symbol,
            BrokerSymbol = market.Symbol.BrokerSymbol,
            Long = score.Long,
            Short = score.Short,
            Conflicts = score.Conflicts,
            Missing = score.Missing,
        };
    }
}
