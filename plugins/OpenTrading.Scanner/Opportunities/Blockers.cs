using OpenTrading.Scanner.Markets;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Opportunities;

/// <summary>What stands against acting on an opportunity now, however high it scores. Each begins with its name and a colon.</summary>
internal static class Blockers
{
    private const decimal MostSpread = 0.2m;
    private const double MostJump = 1.5;

    // No weekend is longer; a market that is closed now has no fresher bars, but it has had some since.
    private static readonly TimeSpan LongestClosure = TimeSpan.FromDays(4);

    /// <summary>The blockers of a planned trade; none where nothing stands against it.</summary>
    public static IReadOnlyList<string> Of(MarketReading market, TradePlan plan) =>
    [
        .. new[] { Killed(market), Closed(market), NoQuote(market), Stale(market), Spread(market, plan), Jump(market), Gap(market), History(market) }.OfType<string>(),
    ];

    private static string? Killed(MarketReading market) => market.KillLevel > 0
        ? FormattableString.Invariant($"risk: the kill switch is at level {market.KillLevel}, nothing that opens risk passes")
        : null;

    private static string? Closed(MarketReading market) => MarketHours.Of(market.Symbol.Instrument).IsOpen(market.Now) == false
        ? "closed: the market is closed now"
        : null;

    private static string? NoQuote(MarketReading market) => market.Quote is null ? "quote: there is none, the entry is the newest close" : null;

    private static string? Stale(MarketReading market)
    {
        DataStamp stamp = market.Entry.Lookback.Stamp;
        return stamp.Stale || market.Now - stamp.AsOf > LongestClosure + (2 * market.Entry.Timeframe.Length()) ? FormattableString.Invariant($"stale: the newest {market.Entry.Timeframe} bar closed {stamp.AsOf:yyyy-MM-dd HH:mm} UTC") : null;
    }

    private static string? Spread(MarketReading market, TradePlan plan)
    {
        decimal share = (market.Quote?.Spread ?? 0) / Math.Abs(plan.Entry - plan.StopLoss);
        return share > MostSpread ? FormattableString.Invariant($"spread: it is {100 * share:0} % of the distance to the stop; {100 * MostSpread:0} % is the most") : null;
    }

    private static string? Jump(MarketReading market)
    {
        BarSeries bars = market.Entry.Lookback.Bars;
        double ranges = Math.Abs(bars.Open[^1] - bars.Close[^2]) / market.Entry.Range;
        return ranges > MostJump ? FormattableString.Invariant($"gap: the newest {market.Entry.Timeframe} bar opened {ranges:0.0} average ranges from the close before it") : null;
    }

    private static string? Gap(MarketReading market) => market.MissingBars > 0
        ? FormattableString.Invariant($"gap: {market.MissingBars} of the newest {market.Entry.Timeframe} bars are missing")
        : null;

    private static string? History(MarketReading market)
    {
        string[] without = [.. market.Missing.Where(m => Timeframes.TryParse(m.Section, out _)).Select(m => m.Section)];
        return without.Length > 0 ? $"history: too little on {string.Join(", ", without)}" : null;
    }
}
