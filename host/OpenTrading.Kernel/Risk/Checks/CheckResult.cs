using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Risk.Checks;

/// <summary>What the gate would say to an order now.</summary>
public sealed record CheckResult : DataResult
{
    /// <summary>Id under which explain_rejection finds it.</summary>
    public required string DecisionId { get; init; }

    /// <summary>Whether the order, exactly as asked, would pass.</summary>
    public required bool Allowed { get; init; }

    /// <summary>Loss at the stop, costs included, account currency, rounded up; null without a stop.</summary>
    public decimal? RiskMoney { get; init; }

    /// <summary>That loss in percent of the smaller of balance and equity.</summary>
    public decimal? RiskPct { get; init; }

    /// <summary>Distance to the target over distance to the stop; null where one is missing.</summary>
    public decimal? RewardRisk { get; init; }

    /// <summary>Largest volume that would pass, lots; 0 when none would.</summary>
    public required decimal MaxLots { get; init; }

    /// <summary>Account currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Every rule that judges such an order.</summary>
    public required IReadOnlyList<RuleRow> Rules { get; init; }
}
