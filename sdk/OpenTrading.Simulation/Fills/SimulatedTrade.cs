using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Simulation.Fills;

/// <summary>A closed position or closed part of one. Money is in account currency.</summary>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct SimulatedTrade
{
    /// <summary>Position that was closed or reduced.</summary>
    public required long PositionId { get; init; }

    /// <summary>Fill that closed it.</summary>
    public required long ExitSequence { get; init; }

    /// <summary>Instrument traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Index of the instrument in the engine's setups.</summary>
    public required int InstrumentIndex { get; init; }

    /// <summary>Direction of the position.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>Size in whole volume steps.</summary>
    public required long Steps { get; init; }

    /// <summary>UTC instant of the first entry.</summary>
    public required DateTime EntryTime { get; init; }

    /// <summary>UTC instant of the exit.</summary>
    public required DateTime ExitTime { get; init; }

    /// <summary>Average entry price in points, not rounded.</summary>
    public required decimal EntryPoints { get; init; }

    /// <summary>Exit price in points.</summary>
    public required int ExitPoints { get; init; }

    /// <summary>Why it was closed.</summary>
    public required FillReason Reason { get; init; }

    /// <summary>Profit before commission and swap.</summary>
    public required double GrossProfit { get; init; }

    /// <summary>Commission of the entry, pro rata by volume.</summary>
    public required double EntryCommission { get; init; }

    /// <summary>Commission of the exit.</summary>
    public required double ExitCommission { get; init; }

    /// <summary>Swap, pro rata by volume.</summary>
    public required double Swap { get; init; }

    /// <summary>Largest move against the position from the average entry, points, 0 or negative.</summary>
    public required double AdversePoints { get; init; }

    /// <summary>Largest move in favour of the position from the average entry, points, 0 or positive.</summary>
    public required double FavourablePoints { get; init; }

    /// <summary>Money between entry and first stop loss, at the entry's conversion rate; null without a stop loss.</summary>
    public required double? InitialRisk { get; init; }

    /// <summary>Stop loss in force at the exit, points; null without one.</summary>
    public int? StopLossPoints { get; init; }

    /// <summary>Take profit in force at the exit, points; null without one.</summary>
    public int? TakeProfitPoints { get; init; }

    /// <summary>Whether the bar that reached a protective level held both of them, so that the intrabar model chose the exit, not the data.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Gross profit less both commissions plus swap.</summary>
    public double Net => GrossProfit - EntryCommission - ExitCommission + Swap;

    /// <summary>Size in lots.</summary>
    public decimal Lots => Steps * Instrument.VolumeStep;

    /// <summary>Average entry price in price units.</summary>
    public decimal EntryPrice => EntryPoints * Instrument.Point;

    /// <summary>Exit price in price units.</summary>
    public decimal ExitPrice => ExitPoints * Instrument.Point;
}
