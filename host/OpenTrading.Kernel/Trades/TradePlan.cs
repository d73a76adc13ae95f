namespace OpenTrading.Kernel.Trades;

/// <summary>How a trade was meant when its order was proposed.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Proposer">Who proposed it.</param>
/// <param name="ReferencePrice">Price it was decided on.</param>
/// <param name="StopLoss">Stop; null without one.</param>
/// <param name="TakeProfit">Target; null without one.</param>
/// <param name="Confidence">0 to 1; null where none was given.</param>
/// <param name="Reason">Why.</param>
/// <param name="StrategyId">Strategy behind it: the proposer's own, or the one that it named; null where a person or a client decided.</param>
public sealed record TradePlan(
    string OrderId, string Proposer, decimal ReferencePrice, decimal? StopLoss, decimal? TakeProfit, decimal? Confidence, string Reason, string? StrategyId);
