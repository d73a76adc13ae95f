namespace OpenTrading.Kernel.Signals.Records;

/// <summary>What one strategy of an ensemble said.</summary>
/// <param name="StrategyId">Which strategy.</param>
/// <param name="Action">What for.</param>
/// <param name="Confidence">How sure, 0 to 1.</param>
/// <param name="Weight">Weight of its vote.</param>
public sealed record CastVote(string StrategyId, SignalVerb Action, double Confidence, double Weight);
