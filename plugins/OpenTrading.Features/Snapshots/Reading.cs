namespace OpenTrading.Features.Snapshots;

/// <summary>What an indicator's values are usually taken for.</summary>
/// <param name="Name">Which indicator.</param>
/// <param name="State">Such as <c>overbought</c> or <c>trend_up</c>.</param>
public sealed record Reading(string Name, string State);
