using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Simulation.Fills;

/// <summary>One execution: what was traded, at which price, and what it booked. Money is in account currency.</summary>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct SimulatedFill
{
    /// <summary>Number of the fill in the account, rising from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>UTC instant: the bar's opening time, or the tick's time.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Instrument traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Index of the instrument in the engine's setups.</summary>
    public required int InstrumentIndex { get; init; }

    /// <summary>Order that filled; 0 for a stop loss, take profit, stop-out or end of data.</summary>
    public required long OrderId { get; init; }

    /// <summary>The caller's own name for that order.</summary>
    public required string? ClientId { get; init; }

    /// <summary>Position opened or enlarged, otherwise the one closed or reduced.</summary>
    public required long PositionId { get; init; }

    /// <summary>Direction of the deal: a long is closed by a sell.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>Size in whole volume steps.</summary>
    public required long Steps { get; init; }

    /// <summary>Steps of <see cref="Steps"/> that closed a position.</summary>
    public required long ClosedSteps { get; init; }

    /// <summary>Price in whole points, slippage included.</summary>
    public required int PricePoints { get; init; }

    /// <summary>Why it happened.</summary>
    public required FillReason Reason { get; init; }

    /// <summary>Commission taken from the balance, positive when paid.</summary>
    public required double Commission { get; init; }

    /// <summary>Profit of the closed part before commission and swap, added to the balance.</summary>
    public required double GrossProfit { get; init; }

    /// <summary>Swap of the closed part, added to the balance.</summary>
    public required double SwapRealised { get; init; }

    /// <summary>Slippage against the trader, points.</summary>
    public required int SlippagePoints { get; init; }

    /// <summary>Cost of the slippage, 0 or more; already inside the price.</summary>
    public required double SlippageCost { get; init; }

    /// <summary>Cost of the spread, borne by the buy, 0 for a sell; already inside the price.</summary>
    public required double SpreadCost { get; init; }

    /// <summary>Units times price.</summary>
    public required double Notional { get; init; }

    /// <summary>Size in lots.</summary>
    public decimal Lots => Steps * Instrument.VolumeStep;

    /// <summary>Price in price units.</summary>
    public decimal Price => PricePoints * Instrument.Point;
}
