namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>What the windows of a walk-forward came to, one after another.</summary>
/// <param name="NetProfit">Account currency.</param>
/// <param name="ReturnPct">Percent of the capital.</param>
/// <param name="Sharpe">A year; null where equity never moved.</param>
/// <param name="MaxDrawdownPct">Deepest fall in percent of its peak.</param>
/// <param name="Trades">Closed trades.</param>
/// <param name="ProfitableFolds">Windows with a profit.</param>
internal sealed record OutOfSample(double NetProfit, double ReturnPct, double? Sharpe, double MaxDrawdownPct, int Trades, int ProfitableFolds);
