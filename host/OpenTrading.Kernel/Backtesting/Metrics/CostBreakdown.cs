using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>What trading cost, account currency; negative is paid. Spread and slippage are inside the prices already.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record CostBreakdown
{
    /// <summary>Commission of all fills.</summary>
    public required double Commission { get; init; }

    /// <summary>Swap accrued, realised or not.</summary>
    public required double Swap { get; init; }

    /// <summary>Spread, borne by the buys.</summary>
    public required double Spread { get; init; }

    /// <summary>Slippage of all fills.</summary>
    public required double Slippage { get; init; }

    /// <summary>All of them.</summary>
    public double Total => Commission + Swap + Spread + Slippage;

    internal static MetricGroup Group { get; } = new("Costs",
    [
        new("costCommission", "Commission", MetricUnit.Money, MetricAim.Higher, "Commission of all fills; negative is paid.", s => s.Costs.Commission),
        new("costSwap", "Swap", MetricUnit.Money, MetricAim.Higher, "Swap accrued, realised or not; negative is paid.", s => s.Costs.Swap),
        new("costSpread", "Spread", MetricUnit.Money, MetricAim.Higher, "Spread borne by the buys, inside the prices; negative is paid.", s => s.Costs.Spread),
        new("costSlippage", "Slippage", MetricUnit.Money, MetricAim.Higher, "Slippage of all fills, inside the prices; negative is paid.", s => s.Costs.Slippage),
    ]);

    /// <summary>Adds them up.</summary>
    public static CostBreakdown Of(RunRecord run)
    {
        (double commission, double spread, double slippage) = (0, 0, 0);
        foreach (SimulatedFill fill in run.Fills)
        {
            commission += fill.Commission;
            spread += fill.SpreadCost;
            slippage += fill.SlippageCost;
        }

        // 0 - x, not -x: nothing paid is 0, not minus 0.
        return new CostBreakdown { Commission = 0 - commission, Swap = run.SwapAccrued, Spread = 0 - spread, Slippage = 0 - slippage };
    }
}
