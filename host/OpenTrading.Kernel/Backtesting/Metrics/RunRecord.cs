using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>What one run left behind: all that its metrics are made of. Money is in account currency.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RunRecord
{
    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>Equity bar by bar.</summary>
    public required EquityCurve Curve { get; init; }

    /// <summary>Balance at the end, open positions left out.</summary>
    public required double FinalBalance { get; init; }

    /// <summary>All fills, in order.</summary>
    public required IReadOnlyList<SimulatedFill> Fills { get; init; }

    /// <summary>All closed positions and parts, in the order of their closing.</summary>
    public required IReadOnlyList<SimulatedTrade> Trades { get; init; }

    /// <summary>Bars at whose end a position was open.</summary>
    public required int BarsInMarket { get; init; }

    /// <summary>Sum of all swap bookings, realised or not; negative is paid.</summary>
    public required double SwapAccrued { get; init; }
}
