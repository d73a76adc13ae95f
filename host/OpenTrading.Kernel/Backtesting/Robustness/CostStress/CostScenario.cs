namespace OpenTrading.Kernel.Backtesting.Robustness.CostStress;

/// <summary>A run at other costs.</summary>
/// <param name="Name">Name for readers.</param>
/// <param name="Factor">What spread and slippage are multiplied by.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record CostScenario(string Name, double Factor)
{
    /// <summary>The scenarios of a stress test, as configured first.</summary>
    public static IReadOnlyList<CostScenario> All { get; } =
        [new("as configured", 1), new("spread and slippage × 1.5", 1.5), new("spread and slippage × 2", 2)];
}
