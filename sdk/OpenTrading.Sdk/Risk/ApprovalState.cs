namespace OpenTrading.Sdk.Risk;

/// <summary>What humans have said to an order that needs their word.</summary>
/// <param name="Operators">Operators whose grants are good now, each once.</param>
/// <param name="OrderHash">Hash of the order that all of them saw; null without a grant, or when they saw different ones.</param>
/// <param name="ExpectedHash">Hash of the order as it stands.</param>
/// <param name="Left">Time for which the first of the grants to end is still good; zero or less when it is over.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ApprovalState(IReadOnlyList<string> Operators, string? OrderHash, string ExpectedHash, TimeSpan Left);
