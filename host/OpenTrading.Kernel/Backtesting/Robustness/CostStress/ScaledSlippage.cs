using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Backtesting.Robustness.CostStress;

/// <summary>Another model's slippage times a factor, rounded to points.</summary>
/// <param name="inner">The other model.</param>
/// <param name="factor">0 or more.</param>
public sealed class ScaledSlippage(SlippageModel inner, double factor) : SlippageModel
{
    /// <inheritdoc/>
    public override bool UsesRange => inner.UsesRange;

    /// <inheritdoc/>
    public override int Points(double averageRange, Xoshiro256 random) => (int)Math.Floor((inner.Points(averageRange, random) * factor) + 0.5);
}
