using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Sizing;

/// <summary>What an order would need, cost and earn.</summary>
public sealed record MarginResult : DataResult
{
    /// <summary>Margin it needs, account currency; 0 without leverage.</summary>
    public required decimal Margin { get; init; }

    /// <summary>Free margin once it is open, account currency.</summary>
    public required decimal FreeMarginAfter { get; init; }

    /// <summary>Equity over used margin once it is open, percent; null while no margin is used.</summary>
    public decimal? MarginLevelAfterPct { get; init; }

    /// <summary>Leverage of the account; null where no margin is needed.</summary>
    public decimal? Leverage { get; init; }

    /// <summary>Value of a pip, account currency.</summary>
    public required decimal PipValue { get; init; }

    /// <summary>Loss at the stop, costs included, rounded up; null without a stop.</summary>
    public decimal? LossAtStop { get; init; }

    /// <summary>Profit at the target, costs included, rounded down; null without a target.</summary>
    public decimal? ProfitAtTarget { get; init; }

    /// <summary>What the spread costs, account currency.</summary>
    public required decimal SpreadCost { get; init; }

    /// <summary>Commission of the round turn, account currency.</summary>
    public required decimal Commission { get; init; }

    /// <summary>Swap of one night, account currency; negative is paid.</summary>
    public required decimal SwapPerNight { get; init; }

    /// <summary>Closing price at which the commission is earned back.</summary>
    public required decimal BreakEven { get; init; }

    /// <summary>Account currency.</summary>
    public required string Currency { get; init; }

    /// <summary>What a broker said to the order; null where none was asked.</summary>
    public BrokerCheck? BrokerCheck { get; init; }

    /// <summary><c>formula</c>: the simulated account asks no broker.</summary>
    public required string Basis { get; init; }
}

/// <summary>What a broker says to an order that is not sent.</summary>
/// <param name="Ok">Whether it would take it.</param>
/// <param name="Retcode">Its code.</param>
/// <param name="Comment">Its words.</param>
public sealed record BrokerCheck(bool Ok, int Retcode, string Comment);
