namespace OpenTrading.Simulation.Costs;

/// <summary>A commission with its figures also as doubles, converted once.</summary>
internal sealed class CommissionRates(Commission exact, double lotsPerStep)
{
    public Commission Exact { get; } = exact;

    public double PerStep { get; } = (double)exact.PerLot * lotsPerStep;

    public double NotionalFraction { get; } = (double)exact.NotionalFraction;

    public double PerTrade { get; } = (double)exact.PerTrade;
}
