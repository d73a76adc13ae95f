using OpenTrading.Sdk.Trading;

namespace OpenTrading.Simulation.State;

/// <summary>An open position, to be taken up again after a restart. Money is in account currency.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record PositionState
{
    /// <summary>Number of the position.</summary>
    public required long Id { get; init; }

    /// <summary>Index of the instrument in the engine's setups.</summary>
    public required int InstrumentIndex { get; init; }

    /// <summary>Direction.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>Size in lots, a whole number of volume steps.</summary>
    public required decimal Lots { get; init; }

    /// <summary>Average entry price in points.</summary>
    public required decimal EntryPoints { get; init; }

    /// <summary>UTC instant of the first entry.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>Stop loss in points; null for none.</summary>
    public int? StopLossPoints { get; init; }

    /// <summary>Take profit in points; null for none.</summary>
    public int? TakeProfitPoints { get; init; }

    /// <summary>Distance of the trailing stop, points; null for none.</summary>
    public int? TrailingPoints { get; init; }

    /// <summary>Swap accrued and not yet in the balance.</summary>
    public double Swap { get; init; }

    /// <summary>Commission of the entries still open.</summary>
    public double EntryCommission { get; init; }

    /// <summary>Margin held.</summary>
    public double Margin { get; init; }

    /// <summary>Money between entry and first stop loss; null while it never had one.</summary>
    public double? InitialRisk { get; init; }

    /// <summary>Lowest own-side price seen since the entry, points; null before the first bar or tick.</summary>
    public int? LowestPoints { get; init; }

    /// <summary>Highest own-side price seen since the entry, points; null before the first bar or tick.</summary>
    public int? HighestPoints { get; init; }
}
