namespace OpenTrading.Kernel.Sessions;

/// <summary>Which code a strategy is made of, for the record.</summary>
/// <param name="Text">Its version as its author writes it; empty when it has none.</param>
/// <param name="Sha256">SHA-256 of the file it came from, 64 lower-case hex digits.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record StrategyVersion(string Text, string Sha256);
