namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Return of one trading day.</summary>
/// <param name="Day">UTC date; Saturday and Sunday count to the Monday after them.</param>
/// <param name="Equity">Equity at the close of the day's last bar, account currency.</param>
/// <param name="Return">Change of that equity against the day before, the first day against the initial cash.</param>
public readonly record struct DailyReturn(DateOnly Day, double Equity, double Return);
