using OpenTrading.Tests.Shared;

namespace OpenTrading.Simulation.Tests.Support;

/// <summary>A fact on a golden file and the market data it was made from; skips, with the reason, where either is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoldenFactAttribute : FactAttribute
{
    public GoldenFactAttribute(string golden, string market) => Skip = Absent(golden, market);

    public static string? Absent(string golden, string market) =>
        new[] { ReferenceFiles.Reference("backtest", golden), ReferenceFiles.MarketData(market) }.FirstOrDefault(path => !File.Exists(path)) is { } missing
            ? $"absent: {missing}"
            : null;
}
