using OpenTrading.Scanner.Confluence;
using OpenTrading.Scanner.Markets;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Opportunities;

/// <summary>
/// How a trade would be laid out: in at the quote; the stop behind the nearest level that is neither too near nor too far, the target before one ahead
/// that pays. Where there is none, both stand at the preset's distances.
/// </summary>
/// <param name="Entry">Price of the entry.</param>
/// <param name="StopLoss">Price of the stop.</param>
/// <param name="TakeProfit">Price of the target.</param>
/// <param name="Invalidation">What would show that the idea is wrong.</param>
internal sealed record TradePlan(decimal Entry, decimal StopLoss, decimal TakeProfit, string Invalidation)
{
    // The stop stands a little behind its level, or it would be hit by a touch.
    private const double BehindLevel = 0.2;
    private const double Matters = 30;

    /// <summary>Distance to the target in multiples of that to the stop.</summary>
    public decimal RewardRisk => Math.Round(Math.Abs(TakeProfit - Entry) / Math.Abs(Entry - StopLoss), 2);

    /// <summary>Plans a trade.</summary>
    /// <param name="market">The market.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="preset">Its distances.</param>
    public static TradePlan Of(MarketReading market, TradeDirection direction, Preset preset)
    {
        (double entry, double range, int side) = (market.EntryPrice(direction), market.Entry.Range, (int)direction);
        (double usual, double least, double most) = (preset.StopRanges * range, 0.6 * preset.StopRanges * range, 2 * preset.StopRanges * range);
        double risk = Distance(market, entry, -side, least - (BehindLevel * range), most - (BehindLevel * range)) is { } behind ? behind + (BehindLevel * range) : usual;
        double reward = Distance(market, entry, side, preset.Reward * risk, 2 * preset.Reward * risk) ?? preset.Reward * risk;

        // A price has digits: what rounds to the entry would be no stop, and nothing is bought at a price below nothing.
        Instrument instrument = market.Symbol.Instrument;
        decimal price = instrument.ToPrice(entry);
        decimal stop = Apart(price, instrument.ToPrice(entry - (side * risk)), -side, instrument.Point);
        decimal target = Apart(price, instrument.ToPrice(entry + (side * reward)), side, instrument.Point);
        return new TradePlan(price, stop, target, Invalidated(market, direction, stop));
    }

    // Of the nearest level on a side whose distance lies within bounds.
    private static double? Distance(MarketReading market, double entry, int side, double least, double most)
    {
        double nearest = market.Levels.All.Where(l => l.Score >= Matters)
            .Select(l => side * ((double)l.Price - entry))
            .Where(d => d >= least && d <= most)
            .DefaultIfEmpty(double.NaN)
            .Min();
        return double.IsNaN(nearest) ? null : nearest;
    }

    private static decimal Apart(decimal from, decimal to, int side, decimal point) => Math.Max(point, side > 0 ? Math.Max(to, from + point) : Math.Min(to, from - point));

    private static string Invalidated(MarketReading market, TradeDirection direction, decimal stop)
    {
        Direction way = direction == TradeDirection.Long ? Direction.Up : Direction.Down;
        string beyond = direction == TradeDirection.Long ? "below" : "above";
        string atStop = FormattableString.Invariant($"a price {beyond} {stop}");
        return market.Entry.Structure.Trend == way && market.Entry.Structure.Invalidation is { } turn
            ? FormattableString.Invariant($"{atStop}, or a {market.Entry.Timeframe} close {beyond} {market.Symbol.Instrument.ToPrice(turn)}, which turns the structure")
            : atStop;
    }
}
