namespace OpenTrading.Kernel.Backtesting.Robustness.CostStress;

/// <summary>What a run came to at other costs.</summary>
/// <param name="Scenario">The costs.</param>
/// <param name="NetProfit">Account currency.</param>
/// <param name="MaxDrawdownPct">Percent.</param>
/// <param name="Sharpe">Annual, of daily returns; NaN where undefined.</param>
/// <param name="ProfitFactor">NaN where undefined.</param>
/// <param name="ClosedTrades">Number of trades.</param>
public sealed record CostStressRow(CostScenario Scenario, double NetProfit, double MaxDrawdownPct, double Sharpe, double ProfitFactor, int ClosedTrades)
{
    /// <summary>Reads it from a run.</summary>
    public static CostStressRow Of(CostScenario scenario, Metrics.RunSummary summary) => new(
        scenario, summary.Profit.NetProfit, summary.Drawdown.MaxDrawdownPct, summary.Daily.Sharpe, summary.Trades.ProfitFactor, summary.Trades.Closed);
}
