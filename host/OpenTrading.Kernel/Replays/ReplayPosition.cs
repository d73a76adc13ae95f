namespace OpenTrading.Kernel.Replays;

/// <summary>Where a replay is.</summary>
/// <param name="Bar">UTC opening time of the bar it runs.</param>
/// <param name="Calling">Foreign code it is in, such as <c>strategy sma-cross</c>; null when it is in none.</param>
/// <param name="Interrupt">Makes that code stop by itself; null where nothing can.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct ReplayPosition(DateTime Bar, string? Calling, Action? Interrupt);
