using System.Globalization;
using OpenTrading.Kernel.Orders;

namespace OpenTrading.Kernel.Trades;

/// <summary>Puts trades into groups.</summary>
internal static class TradeGroups
{
    /// <summary>The groups that a trade belongs to; several tags put it into several.</summary>
    /// <param name="trade">The trade.</param>
    /// <param name="by">By what.</param>
    /// <param name="tags">Tags by trade.</param>
    public static IEnumerable<string> KeysOf(ClosedTrade trade, PerformanceGrouping by, ILookup<string, string> tags) => by switch
    {
        PerformanceGrouping.Strategy => [trade.StrategyId ?? "manual"],
        PerformanceGrouping.Weekday => [trade.OpenedAt.DayOfWeek.ToString()],
        PerformanceGrouping.Hour => [trade.OpenedAt.Hour.ToString("00", CultureInfo.InvariantCulture)],
        PerformanceGrouping.Session => [SessionOf(trade.OpenedAt)],
        PerformanceGrouping.Tag => tags[trade.TradeId],
        PerformanceGrouping.Side => [Names.Of(trade.Side)],
        _ => [trade.Symbol],
    };

    /// <summary>What orders groups: the calendar where there is one, else how many trades they hold.</summary>
    public static IComparable OrderOf(string key, int count, PerformanceGrouping by) => by switch
    {
        PerformanceGrouping.Weekday => (7 + (int)Enum.Parse<DayOfWeek>(key) - (int)DayOfWeek.Monday) % 7,
        PerformanceGrouping.Hour => int.Parse(key, CultureInfo.InvariantCulture),
        _ => -count,
    };

    // The centre that moves most at that hour; summer time shifts the borders by an hour, which matters little to a sample of trades.
    private static string SessionOf(DateTime utc) => utc.Hour switch
    {
        < 7 => "tokyo",
        < 13 => "london",
        < 21 => "newyork",
        _ => "sydney",
    };
}
