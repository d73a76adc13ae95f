using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Simulation.Costs;

/// <summary>The same slippage at every fill.</summary>
public sealed class FixedSlippage : SlippageModel
{
    private readonly int _points;

    /// <summary>Slips by <paramref name="points"/>, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The points are negative.</exception>
    public FixedSlippage(int points)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        _points = points;
    }

    /// <inheritdoc/>
    public override int Points(double averageRange, Xoshiro256 random) => _points;
}
