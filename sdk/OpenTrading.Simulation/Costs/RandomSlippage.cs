using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Simulation.Costs;

/// <summary>Slippage drawn evenly from a range, one draw a fill in the order of fills.</summary>
public sealed class RandomSlippage : SlippageModel
{
    private readonly int _from;
    private readonly int _to;

    /// <summary>Slips by <paramref name="from"/> to <paramref name="to"/> points, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or starts below 0.</exception>
    public RandomSlippage(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        _from = from;
        _to = to;
    }

    /// <inheritdoc/>
    public override int Points(double averageRange, Xoshiro256 random) => _from + (int)random.Below(_to - _from + 1L);
}
