using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Simulation.Costs;

/// <summary>Slippage in proportion to the recent range: floor(fraction * ATR14 + 0.5) points.</summary>
public sealed class VolatilitySlippage : SlippageModel
{
    private readonly double _fraction;

    /// <summary>Slips by <paramref name="fraction"/> of the average true range, 0 or more, such as 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is negative or not finite.</exception>
    public VolatilitySlippage(double fraction)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fraction);
        ArgumentOutOfRangeException.ThrowIfEqual(double.IsFinite(fraction), false, nameof(fraction));
        _fraction = fraction;
    }

    /// <inheritdoc/>
    public override bool UsesRange => true;

    /// <inheritdoc/>
    public override int Points(double averageRange, Xoshiro256 random) => (int)Math.Floor((_fraction * averageRange) + 0.5);
}
