using OpenTrading.Simulation.Costs;

namespace OpenTrading.Kernel.Backtesting.Robustness.CostStress;

/// <summary>Another model's spread times a factor, rounded to points.</summary>
/// <param name="inner">The other model.</param>
/// <param name="factor">0 or more.</param>
public sealed class ScaledSpread(SpreadModel inner, double factor) : SpreadModel
{
    /// <inheritdoc/>
    public override int Points(long time, int recorded) => (int)Math.Floor((inner.Points(time, recorded) * factor) + 0.5);
}
