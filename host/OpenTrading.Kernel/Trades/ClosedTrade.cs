using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Trades;

/// <summary>A closed part of a position: what was planned, and what became of it. Times are market time, money is account currency.</summary>
public sealed record ClosedTrade
{
    /// <summary><c>ppt_</c> and a ULID; the same whenever it is read from the journal again.</summary>
    public required string TradeId { get; init; }

    /// <summary>Journal record of the deal that closed it.</summary>
    public required long Seq { get; init; }

    /// <summary>When that record was written, UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Position it is a part of.</summary>
    public required long Position { get; init; }

    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Direction of the position.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>Lots closed.</summary>
    public required decimal Lots { get; init; }

    /// <summary>Average entry price.</summary>
    public required decimal Entry { get; init; }

    /// <summary>Exit price.</summary>
    public required decimal Exit { get; init; }

    /// <summary>Stop that the position was opened with; null without one.</summary>
    public required decimal? StopLoss { get; init; }

    /// <summary>When the position was opened.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>When this part was closed.</summary>
    public required DateTime ClosedAt { get; init; }

    /// <summary>Why: <c>close</c>, <c>reverse</c>, <c>sl</c>, <c>tp</c>, <c>stopout</c> or <c>end</c>.</summary>
    public required string ExitReason { get; init; }

    /// <summary>Profit from the price alone.</summary>
    public required decimal Profit { get; init; }

    /// <summary>Swap and commission of this part, at entry and at exit; negative where they cost.</summary>
    public required decimal Costs { get; init; }

    /// <summary>What the account gained or lost by it.</summary>
    public decimal Net => Profit + Costs;

    /// <summary>What it would have lost at the stop it was opened with, without costs; null where it had none.</summary>
    public required decimal? Risk { get; init; }

    /// <summary><see cref="Net"/> in multiples of <see cref="Risk"/>; null where that is unknown.</summary>
    public decimal? R => Risk > 0 ? Math.Round(Net / Risk.Value, 4) : null;

    /// <summary>How it was meant; null where the journal does not hold its order.</summary>
    public required TradePlan? Plan { get; init; }

    /// <summary>Risk rules that refused something that was tried with the position.</summary>
    public required IReadOnlyList<RuleBreach> Breaches { get; init; }

    /// <summary>Strategy behind it; null where a person or a client was.</summary>
    public string? StrategyId => Plan?.StrategyId;
}
