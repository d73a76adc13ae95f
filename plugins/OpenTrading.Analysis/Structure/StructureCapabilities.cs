using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Structure;

/// <summary>The order of highs and lows.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class StructureCapabilities(BarHistory history)
{
    private const int MostSwings = 100;
    private const int MostBreaks = 50;

    /// <summary>Swings, breaks and trend.</summary>
    [Capability("get_market_structure", "analysis", Effect.Read, "POST /analysis/structure", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Swings, breaks of structure, the trend they make and the price that would turn it.")]
    public StructureResult GetMarketStructure(
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Range(Lookback.Least, Lookback.Most)] int bars = 500,
        [Range(1, 50), Description("Bars on either side of a swing")] int swing = SwingPoint.UsualSpan)
    {
        var asked = new Lookback(history, symbol, timeframe, bars, (4 * swing) + 2, $"structure with {swing} bars on either side");
        IReadOnlyList<SwingPoint> swings = SwingPoint.Of(asked.Bars, swing);
        var structure = new MarketStructure(asked.Bars, swings);
        StructureSwing[] shown =
        [
            .. MarketStructure.Classify(swings).Where(s => s.Kind is not null && s.Point.Bar >= asked.First)
                .OrderBy(s => s.Point.Bar).Select(s => new StructureSwing(asked.TimeOf(s.Point.Bar), asked.Price(s.Point.Price), s.Kind!)),
        ];
        StructureBreak[] breaks =
        [
            .. structure.Breaks.Where(b => b.Bar >= asked.First)
                .Select(b => new StructureBreak(asked.TimeOf(b.Bar), asked.Price(b.Price), b.WithTrend ? "BOS" : "CHOCH", b.Direction)),
        ];
        decimal? invalidation = structure.Invalidation is { } price ? asked.Price(price) : null;
        return new StructureResult
        {
            Summary = Summary(asked, structure.Trend, breaks, invalidation),
            Source = asked.Read.Symbol.Source,
            AsOf = asked.Stamp.AsOf,
            Stale = asked.Stamp.Stale,
            MarketClosed = asked.Stamp.MarketClosed,
            Symbol = asked.Instrument.Symbol,
            BrokerSymbol = asked.Read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            Trend = structure.Trend,
            Swings = [.. shown.TakeLast(MostSwings)],
            Breaks = [.. breaks.TakeLast(MostBreaks)],
            Invalidation = invalidation,
            Truncated = shown.Length > MostSwings || breaks.Length > MostBreaks,
        };
    }

    private static string Summary(Lookback asked, Direction trend, StructureBreak[] breaks, decimal? invalidation) => trend == Direction.None
        ? $"{asked.Name}: no swing was broken yet."
        : $"{asked.Name}: trend {(trend == Direction.Up ? "up" : "down")}{(breaks is [.., { } last] ? $", latest {last.Kind} at {last.Price} on {last.Time:yyyy-MM-dd HH:mm} UTC" : "")}; a close {(trend == Direction.Up ? "below" : "above")} {invalidation} turns it.";
}
