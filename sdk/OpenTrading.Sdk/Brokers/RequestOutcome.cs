namespace OpenTrading.Sdk.Brokers;

/// <summary>What became of a request whose result was lost.</summary>
/// <param name="State">What is known.</param>
/// <param name="Reports">The reports that were lost with it, in order; deals among them may have been reported before and count once. Empty unless it was executed or refused.</param>
/// <param name="Evidence">What says so, in words, for the journal.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RequestOutcome(RequestState State, IReadOnlyList<ExecutionReport> Reports, string Evidence);
