using System.ComponentModel;
using OpenTrading.Kernel.Signals.Generation;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Signals.Strategies;

/// <summary>The strategies that can be asked.</summary>
/// <param name="strategies">The strategies.</param>
public sealed class StrategyCapabilities(IStrategyCatalog strategies)
{
    /// <summary>Lists strategies, or shows one.</summary>
    [Capability("list_strategies", "signals", Effect.Read, "GET /strategies", Errors = [ErrorCode.NotFound])]
    [Description("Strategies that can run; one with its parameters and rules by strategyId.")]
    public StrategiesResult ListStrategies([Description("One with its detail")] string? strategyId = null)
    {
        if (strategyId is null)
        {
            IReadOnlyList<StrategyOffer> all = strategies.All;
            return new StrategiesResult { Summary = $"{all.Count} strategies: {string.Join(", ", all.Select(s => s.Id))}.", Strategies = [.. all.Select(StrategyRow.Of)] };
        }

        StrategyOffer offer = strategies.All.FirstOrDefault(s => s.Id == strategyId) ?? strategies.Require(strategyId);
        return new StrategiesResult
        {
            Summary = $"{offer.Id}: {offer.Declaration.Description}",
            Strategies = [StrategyRow.Of(offer)],
            Detail = StrategyDetail.Of(offer, SignalGenerator.WarmupOf(offer)),
        };
    }
}
