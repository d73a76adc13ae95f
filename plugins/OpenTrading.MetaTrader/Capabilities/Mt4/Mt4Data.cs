using System.Globalization;

namespace OpenTrading.MetaTrader.Capabilities.Mt4;

/// <summary>An account. Money in its currency.</summary>
internal sealed record Mt4Account(
    decimal Balance, decimal Equity, decimal Margin, decimal FreeMargin, decimal MarginLevel, decimal Profit, string Currency, long Leverage, string Name, string Server, string Company);

/// <summary>A quote; the spread in price units.</summary>
internal sealed record Mt4Quote(string Symbol, decimal Bid, decimal Ask, decimal Spread, string Timestamp);

/// <summary>An open position; a level of 0 is none.</summary>
internal sealed record Mt4Position(
    long Ticket,
    string Symbol,
    string Type,
    decimal Lots,
    decimal OpenPrice,
    decimal CurrentPrice,
    decimal StopLoss,
    decimal TakeProfit,
    decimal Profit,
    decimal Swap,
    string OpenTime,
    long Magic,
    string Comment);

/// <summary>Open positions; their profit without swap.</summary>
internal sealed record Mt4Positions(IReadOnlyList<Mt4Position> Positions, decimal TotalProfit, int Count);

/// <summary>How the tools write numbers and times.</summary>
internal static class Mt4Forms
{
    /// <summary>A number with so many decimal digits.</summary>
    public static decimal At(this decimal value, int digits) => Math.Round(value, digits, MidpointRounding.ToEven) + new decimal(0, 0, 0, false, (byte)digits);

    /// <summary>A time to the second.</summary>
    public static string ToSeconds(this DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time to the millisecond.</summary>
    public static string ToMilliseconds(this DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
