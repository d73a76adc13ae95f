using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>The account in the terminal. Money in its currency.</summary>
public sealed record Mt5AccountResult : DataResult
{
    /// <summary>Kind of terminal.</summary>
    public required string Bridge { get; init; }

    /// <summary>Account number, its middle masked.</summary>
    public required string Login { get; init; }

    /// <summary>Trade server.</summary>
    public required string Server { get; init; }

    /// <summary>Broker.</summary>
    public required string Company { get; init; }

    /// <summary>Currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Booked money.</summary>
    public required decimal Balance { get; init; }

    /// <summary>Broker's credit.</summary>
    public required decimal Credit { get; init; }

    /// <summary>With open profit.</summary>
    public required decimal Equity { get; init; }

    /// <summary>Used margin.</summary>
    public required decimal Margin { get; init; }

    /// <summary>Margin left.</summary>
    public required decimal FreeMargin { get; init; }

    /// <summary>Equity over margin, percent; null without positions.</summary>
    public decimal? MarginLevelPct { get; init; }

    /// <summary>Open profit.</summary>
    public required decimal Profit { get; init; }

    /// <summary>Leverage, such as 100 for 1:100.</summary>
    public required long Leverage { get; init; }

    /// <summary>demo, contest or real.</summary>
    public required string TradeMode { get; init; }

    /// <summary>netting or hedging.</summary>
    public required string MarginMode { get; init; }

    /// <summary>Most working orders that the broker takes; 0 for any number.</summary>
    public required long LimitOrders { get; init; }
}
