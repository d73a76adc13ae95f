using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Sdk.Statistics;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Breakdowns;

/// <summary>What the trades of one direction brought, after commission and swap.</summary>
/// <param name="Trades">Closed trades.</param>
/// <param name="NetProfit">Sum of their nets, account currency.</param>
/// <param name="WinPct">Those with a net above 0, percent; null without trades.</param>
/// <param name="ProfitFactor">Sum of wins over sum of losses; null without a loss.</param>
/// <param name="AverageR">Mean multiple of the initial risk; null where no trade had a stop.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record SideResult(int Trades, double NetProfit, double? WinPct, double? ProfitFactor, double? AverageR)
{
    private const int Digits = 6;

    /// <summary>Those of a direction.</summary>
    public static SideResult Of(IReadOnlyList<SimulatedTrade> trades, OrderSide side)
    {
        SimulatedTrade[] own = [.. trades.Where(t => t.Side == side)];
        double factor = TradeMetrics.Of(own).ProfitFactor;
        double average = RiskMetrics.Of(own).AverageR;
        return new SideResult(
            own.Length,
            Rounding.Significant(own.Sum(t => t.Net), 12),
            PeriodResults.WinPct(own),
            double.IsFinite(factor) ? Rounding.Significant(factor, Digits) : null,
            double.IsFinite(average) ? Rounding.Significant(average, Digits) : null);
    }
}
