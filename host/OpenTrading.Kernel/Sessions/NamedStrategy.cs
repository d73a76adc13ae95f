using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Sessions;

/// <summary>A strategy instance under its id, with its weight in the vote.</summary>
/// <param name="Id">Id, such as <c>sma-cross</c>.</param>
/// <param name="Strategy">Instance of its own for this session.</param>
/// <param name="Weight">Weight in the vote, above 0. Default 1.</param>
/// <param name="Interrupt">
/// Makes a call that takes too long stop by itself, as a script's loops can; called from another thread, it must neither throw nor block.
/// Null where nothing of the kind exists.
/// </param>
public sealed record NamedStrategy(string Id, Strategy Strategy, double Weight = 1, Action? Interrupt = null);
