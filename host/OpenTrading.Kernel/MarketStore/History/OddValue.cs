namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>A value that stands out.</summary>
/// <param name="Time">Opening time of its bar.</param>
/// <param name="Kind">What stands out: <c>return_pct</c>, the change of the close in percent.</param>
/// <param name="Value">The value.</param>
public sealed record OddValue(DateTime Time, string Kind, double Value);
