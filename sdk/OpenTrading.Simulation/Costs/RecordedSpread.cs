namespace OpenTrading.Simulation.Costs;

/// <summary>The recorded spread of the bar itself; the instrument's typical spread where the source has none.</summary>
internal sealed class RecordedSpread : SpreadModel
{
    public override int Points(long time, int recorded) => recorded;
}
