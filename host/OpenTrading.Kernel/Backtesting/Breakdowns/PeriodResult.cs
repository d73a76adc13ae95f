namespace OpenTrading.Kernel.Backtesting.Breakdowns;

/// <summary>What a stretch of the calendar brought.</summary>
/// <param name="Period">Such as <c>2015</c>, <c>2015-03</c> or <c>Mon</c>.</param>
/// <param name="NetProfit">Change of equity, or the sum of the nets, account currency.</param>
/// <param name="ReturnPct">Change of equity in percent of the equity before it; null where it is made of single trades.</param>
/// <param name="Trades">Closed trades that belong to it.</param>
/// <param name="WinPct">Those with a net above 0, percent; null without trades.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record PeriodResult(string Period, double NetProfit, double? ReturnPct, int Trades, double? WinPct);
