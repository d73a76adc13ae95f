using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Desks;

/// <summary>An order at the market, or a change, that a plugin places for a caller.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record DeskOrder
{
    /// <summary>Book it belongs to: 1 to 8 lower-case letters and digits, such as <c>mt4</c>.</summary>
    public required string Book { get; init; }

    /// <summary>Open, modify or close.</summary>
    public required OrderKind Kind { get; init; }

    /// <summary>Instrument, with the source of its prices before it where that matters, such as <c>mt4:XAUUSD</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Direction of the order itself.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>Lots.</summary>
    public required decimal Lots { get; init; }

    /// <summary>Stop level; null for none.</summary>
    public decimal? StopLoss { get; init; }

    /// <summary>Target level; null for none.</summary>
    public decimal? TakeProfit { get; init; }

    /// <summary>Ticket of the position that is changed or closed; null for an entry.</summary>
    public long? Target { get; init; }

    /// <summary>Largest accepted distance between asked and filled price, points.</summary>
    /// <value>Default 10. 0 or more.</value>
    public int Deviation { get; init; } = 10;

    /// <summary>Mark of the program behind it.</summary>
    /// <value>Default 0. 0 to 2,147,483,647.</value>
    public int Magic { get; init; }

    /// <summary>Comment; text from outside, never interpreted.</summary>
    public string Comment { get; init; } = "";
}
