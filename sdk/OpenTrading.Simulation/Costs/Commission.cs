namespace OpenTrading.Simulation.Costs;

/// <summary>What the broker takes from the balance with each fill.</summary>
/// <param name="PerLot">Account currency per lot and side.</param>
/// <param name="NotionalFraction">Share of the traded value (units times price, in account currency), such as 0.00007.</param>
/// <param name="PerTrade">Account currency once a fill, whatever its size.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Commission(decimal PerLot = 0, decimal NotionalFraction = 0, decimal PerTrade = 0)
{
    /// <summary>No commission.</summary>
    public static Commission None { get; } = new();
}
