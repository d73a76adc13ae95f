using OpenTrading.Sdk.Analysis.Levels;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Markets;

/// <summary>All that is known of one market at one moment. Factors, plans and blockers follow from it alone.</summary>
internal sealed record MarketReading
{
    /// <summary>Instrument and source.</summary>
    public required MarketSymbol Symbol { get; init; }

    /// <summary>Market time of the reading.</summary>
    public required DateTime Now { get; init; }

    /// <summary>Timeframes that could be read, shortest first; at least one.</summary>
    public required IReadOnlyList<MarketFrame> Frames { get; init; }

    /// <summary>The quote; null where there is none.</summary>
    public required Quote? Quote { get; init; }

    /// <summary>Levels of the entry's timeframe.</summary>
    public required LevelMap Levels { get; init; }

    /// <summary>Usual range of a bar at this hour over the usual range of any bar; null where bars have no hour of their own.</summary>
    public required double? Activity { get; init; }

    /// <summary>Sides of the fresh recorded signals weighed by their confidence, -1 (all short) to 1 (all long); null without any.</summary>
    public required double? SignalLean { get; init; }

    /// <summary>Bars missing inside trading hours among the newest.</summary>
    public required int MissingBars { get; init; }

    /// <summary>Level of the kill switch.</summary>
    public required int KillLevel { get; init; }

    /// <summary>Timeframes and parts that could not be read, and why.</summary>
    public required IReadOnlyList<Unavailable> Missing { get; init; }

    /// <summary>The timeframe that an entry is planned on: the middle one.</summary>
    public MarketFrame Entry => Frames[(Frames.Count - 1) / 2];

    /// <summary>Price that a trade would start from: ask for a long, bid for a short; without a quote the newest close.</summary>
    public double EntryPrice(TradeDirection direction) =>
        Quote is null ? Entry.Lookback.Close : (double)(direction == TradeDirection.Long ? Quote.Ask : Quote.Bid);

    /// <summary>Mean of something over the timeframes by their weights.</summary>
    public double Over(Func<MarketFrame, double> of) => Frames.Sum(f => f.Weight * of(f)) / Frames.Sum(f => f.Weight);
}
