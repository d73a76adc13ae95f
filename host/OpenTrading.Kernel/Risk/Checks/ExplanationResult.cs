using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Checks;

/// <summary>Why the gate decided as it did.</summary>
public sealed record ExplanationResult : CapabilityResult
{
    /// <summary>The decision.</summary>
    public required string DecisionId { get; init; }

    /// <summary>UTC instant of its snapshot.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Now.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Order id in the journal; null when only the question was asked.</summary>
    public string? OrderId { get; init; }

    /// <summary>What it was about.</summary>
    public required OrderView Order { get; init; }

    /// <summary>Whether it passed.</summary>
    public required bool Allowed { get; init; }

    /// <summary>Every rule that did not hold.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>The smallest change that would have passed; null when it passed, or when no change of the order alone would have.</summary>
    public NearestPass? NearestPass { get; init; }

    /// <summary>What the gate saw.</summary>
    public required DecisionSnapshot Snapshot { get; init; }
}

/// <summary>A change with which an order would have passed.</summary>
/// <param name="Change"><c>lots</c>, or <c>waitSeconds</c> where less of it would not have passed but the same later.</param>
/// <param name="Value">Its value.</param>
public sealed record NearestPass(string Change, decimal Value);

/// <summary>What the gate saw.</summary>
/// <param name="Bid">Best bid; null without a quote.</param>
/// <param name="Ask">Best ask.</param>
/// <param name="QuoteTime">UTC time of the quote.</param>
/// <param name="Balance">Balance, account currency.</param>
/// <param name="Equity">Equity, account currency.</param>
/// <param name="Currency">Account currency.</param>
/// <param name="Positions">Open positions.</param>
/// <param name="Orders">Working orders.</param>
/// <param name="KillLevel">Kill level.</param>
/// <param name="State">Trading state.</param>
/// <param name="DayReference">Money the daily loss is measured from; null before the first day.</param>
public sealed record DecisionSnapshot(
    decimal? Bid,
    decimal? Ask,
    DateTime? QuoteTime,
    decimal Balance,
    decimal Equity,
    string Currency,
    int Positions,
    int Orders,
    int KillLevel,
    TradingState State,
    decimal? DayReference)
{
    internal static DecisionSnapshot Of(RiskContext seen) => new(
        seen.Quote?.Bid,
        seen.Quote?.Ask,
        seen.Quote?.Time,
        seen.Account.Balance,
        seen.Account.Equity,
        seen.Account.Currency,
        seen.Positions.Count,
        seen.Orders.Count,
        seen.State.KillLevel,
        seen.State.Trading,
        seen.State.Day?.Amount);
}
