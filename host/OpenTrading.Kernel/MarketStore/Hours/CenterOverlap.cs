namespace OpenTrading.Kernel.MarketStore.Hours;

/// <summary>Hours that two centres share.</summary>
/// <param name="Centers">The two.</param>
/// <param name="From">Begin.</param>
/// <param name="To">End.</param>
public sealed record CenterOverlap(IReadOnlyList<string> Centers, DateTime From, DateTime To);
