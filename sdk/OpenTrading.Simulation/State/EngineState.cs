using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.State;

/// <summary>All an engine must know to continue after a restart, with the same setups and options.</summary>
/// <remarks>Changes still under way by <see cref="MatchingOptions.DelayMilliseconds"/> and the average range of volatility slippage are not part of it.</remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed record EngineState
{
    /// <summary>Balance, account currency.</summary>
    public required double Balance { get; init; }

    /// <summary>Last order number given.</summary>
    public required long LastOrderId { get; init; }

    /// <summary>Last position number given.</summary>
    public required long LastPositionId { get; init; }

    /// <summary>Last fill number given.</summary>
    public required long LastFill { get; init; }

    /// <summary>The four state words of the generator of random slippage.</summary>
    public required IReadOnlyList<ulong> Random { get; init; }

    /// <summary>Last prices, one an instrument.</summary>
    public required IReadOnlyList<MarketState> Markets { get; init; }

    /// <summary>Open positions in order of number.</summary>
    public required IReadOnlyList<PositionState> Positions { get; init; }

    /// <summary>Working orders in order of number.</summary>
    public required IReadOnlyList<OrderState> Orders { get; init; }
}
