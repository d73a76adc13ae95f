using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper.Books;

/// <summary>The paper account.</summary>
public sealed record AccountResult : DataResult
{
    /// <summary>The book in use; a reset begins another.</summary>
    public required string BookId { get; init; }

    /// <summary>Currency of all money here.</summary>
    public required string Currency { get; init; }

    /// <summary>Booked money.</summary>
    public required decimal Balance { get; init; }

    /// <summary>Balance with open profit and swap.</summary>
    public required decimal Equity { get; init; }

    /// <summary>Money held by open positions.</summary>
    public required decimal Margin { get; init; }

    /// <summary>Equity less margin.</summary>
    public required decimal FreeMargin { get; init; }

    /// <summary>Equity in percent of margin; null while none is held.</summary>
    public decimal? MarginLevelPct { get; init; }

    /// <summary>Open profit with swap.</summary>
    public required decimal Profit { get; init; }

    /// <summary>Equity less the reference of the trading day.</summary>
    public required decimal DayPnl { get; init; }

    /// <summary>Equity below the highest balance of the book, percent of that; 0 at or above it.</summary>
    public required decimal DrawdownPct { get; init; }

    /// <summary>Units controlled per unit of margin; null where no margin is needed.</summary>
    public decimal? Leverage { get; init; }

    /// <summary>Positions open.</summary>
    public required int OpenPositions { get; init; }

    /// <summary>When the book was opened, UTC.</summary>
    public required DateTime StartedAt { get; init; }
}
