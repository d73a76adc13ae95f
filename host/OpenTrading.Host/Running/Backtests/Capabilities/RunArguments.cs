using System.Text.Json;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>What most capabilities of backtests are asked alike.</summary>
/// <param name="Symbol">Symbol, or several joined by commas.</param>
/// <param name="Timeframe">Bar length.</param>
/// <param name="StrategyId">Strategy.</param>
/// <param name="Parameters">Values of its parameters by name; null takes the configured ones.</param>
/// <param name="From">First bar, UTC.</param>
/// <param name="To">End of the bars, UTC, exclusive.</param>
internal sealed record RunArguments(string Symbol, Timeframe Timeframe, string StrategyId, JsonElement? Parameters = null, DateTime? From = null, DateTime? To = null);
