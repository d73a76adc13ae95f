using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running;

/// <summary>What a user asks a replay to do. Null takes the configuration's value.</summary>
internal sealed record ReplayRequest(
    string Symbol,
    Timeframe Timeframe,
    IReadOnlyList<string> Strategies,
    IReadOnlyList<string> Sets,
    DateTime? From,
    DateTime? To,
    string? Size,
    string? Voting,
    decimal? Cash);
