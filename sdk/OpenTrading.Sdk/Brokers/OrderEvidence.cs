namespace OpenTrading.Sdk.Brokers;

/// <summary>What a broker remembers of an order.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Reports">
/// What would have been reported: for <see cref="OrderFate.Done"/> the acceptance and every deal or the modification, for
/// <see cref="OrderFate.Rejected"/> the rejection; empty otherwise. Deals that were reported before may come again.
/// </param>
/// <param name="Source">Where it was found, such as <c>ea_journal</c>, <c>comment</c>, <c>history</c> or <c>deal_match</c>.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record OrderEvidence(OrderFate Fate, IReadOnlyList<ExecutionReport> Reports, string Source);
