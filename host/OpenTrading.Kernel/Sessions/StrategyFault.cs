namespace OpenTrading.Kernel.Sessions;

/// <summary>A strategy that was taken out of its session, or never got in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Why">What it did.</param>
/// <param name="NeedsRestart">Whether it still occupies a thread, which only a restart ends for certain.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record StrategyFault(string Id, string Why, bool NeedsRestart);
