namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>A symbol of the broker.</summary>
/// <param name="Name">Broker's name.</param>
/// <param name="Path">Group and name.</param>
/// <param name="Digits">Decimal digits of a price.</param>
/// <param name="SpreadPoints">Spread now, points; null without a quote.</param>
/// <param name="TradeMode">full, long_only, short_only, close_only or disabled; null where the contract was not read.</param>
/// <param name="Visible">Whether it stands in the market watch.</param>
public sealed record Mt5Symbol(string Name, string Path, int Digits, decimal? SpreadPoints, string? TradeMode, bool Visible);
