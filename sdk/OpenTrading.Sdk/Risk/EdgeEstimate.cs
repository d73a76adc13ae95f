namespace OpenTrading.Sdk.Risk;

/// <summary>What is known about the edge of an order. A confidence is no probability; only what was measured stands here.</summary>
/// <param name="GrossPoints">Expected move in the order's favour before costs, points; null when it is not known.</param>
/// <param name="WinProbability">Calibrated probability that the target is reached before the stop, 0 to 1; null when it is not known.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record EdgeEstimate(decimal? GrossPoints, decimal? WinProbability);
