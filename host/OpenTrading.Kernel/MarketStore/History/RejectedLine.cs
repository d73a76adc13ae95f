namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>A row that was left out.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Reason">Why.</param>
public sealed record RejectedLine(long Line, string Reason);
