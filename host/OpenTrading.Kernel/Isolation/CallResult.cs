namespace OpenTrading.Kernel.Isolation;

/// <summary>What came of a call of foreign code.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Thrown">The exception in words, as type and message; null unless it threw.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct CallResult(CallOutcome Outcome, string? Thrown = null);
