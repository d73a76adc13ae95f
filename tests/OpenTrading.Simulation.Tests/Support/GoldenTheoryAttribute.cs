namespace OpenTrading.Simulation.Tests.Support;

/// <summary>A theory on a golden file and the market data it was made from; skips, with the reason, where either is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoldenTheoryAttribute : TheoryAttribute
{
    public GoldenTheoryAttribute(string golden, string market) => Skip = GoldenFactAttribute.Absent(golden, market);
}
