using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Strategies;

/// <summary>A strategy's wish, not an order: sizing and risk are decided elsewhere.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Signal
{
    /// <summary>Long, short or flat.</summary>
    public required SignalAction Action { get; init; }

    /// <summary>How to enter. Default: at the market.</summary>
    public OrderType Entry { get; init; } = OrderType.Market;

    /// <summary>Price of a limit or stop entry, price units.</summary>
    public double? EntryPrice { get; init; }

    /// <summary>UTC instant at which an unfilled pending entry lapses.</summary>
    public DateTime? Expiry { get; init; }

    /// <summary>How sure the strategy is, 0 to 1. A confidence is no probability.</summary>
    public double Confidence { get; init; } = 0.5;

    /// <summary>Protective stop.</summary>
    public Level? Stop { get; init; }

    /// <summary>Profit target.</summary>
    public Level? Target { get; init; }

    /// <summary>Why, in words a trader can check against the chart.</summary>
    public string Reason { get; init; } = "";
}
