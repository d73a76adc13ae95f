namespace OpenTrading.Sdk.Features;

/// <summary>One number a bar that says something about the market at its close, free of the price's scale.</summary>
/// <param name="Name">Lower-case name, words joined by underscores.</param>
/// <param name="Formula">How it is computed (see <see cref="Expressions.Expression"/>).</param>
/// <param name="Description">What it says, in a few words.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Feature(string Name, string Formula, string Description);
