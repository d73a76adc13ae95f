namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>A source of prices.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Connected">Whether it can be asked now.</param>
/// <param name="LastDataAt">Time of its newest price; null where it does not say.</param>
/// <param name="Fault">What is wrong with it; null when nothing is.</param>
public sealed record SourceState(string Name, SourceKind Kind, bool Connected, DateTime? LastDataAt, string? Fault);
