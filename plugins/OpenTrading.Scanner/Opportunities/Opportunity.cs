using OpenTrading.Scanner.Confluence;

namespace OpenTrading.Scanner.Opportunities;

/// <summary>A trade that a scan found. It is an opinion and never an order.</summary>
public record Opportunity
{
    /// <summary><c>opp_</c> and a ULID. The same opportunity of the same bar has the same id in every scan.</summary>
    public required string OpportunityId { get; init; }

    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Where its prices come from.</summary>
    public required string Source { get; init; }

    /// <summary>Which way.</summary>
    public required TradeDirection Direction { get; init; }

    /// <summary>How much speaks for it, 0 to 100.</summary>
    public required double Score { get; init; }

    /// <summary>What each factor gave.</summary>
    public required IReadOnlyList<FactorScore> Factors { get; init; }

    /// <summary>What speaks for it most.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Price of the entry.</summary>
    public required decimal Entry { get; init; }

    /// <summary>Price of the stop.</summary>
    public required decimal StopLoss { get; init; }

    /// <summary>Price of the target.</summary>
    public required decimal TakeProfit { get; init; }

    /// <summary>Distance to the target in multiples of that to the stop.</summary>
    public required decimal RewardRisk { get; init; }

    /// <summary>What would show that the idea is wrong.</summary>
    public required string Invalidation { get; init; }

    /// <summary>What stands against acting on it now; empty for nothing.</summary>
    public required IReadOnlyList<string> Blockers { get; init; }
}
