using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions.Exits;

/// <summary>A position whose exits the host manages, and how far it is with them.</summary>
/// <param name="Position">Broker's number of the position.</param>
/// <param name="OrderId">Order that opened it.</param>
/// <param name="Declarer">Who asked for the exits; in whose name they are proposed.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="Entry">Entry price.</param>
/// <param name="Stop">Stop it was opened with; null without one.</param>
/// <param name="Volume">Lots that were opened.</param>
/// <param name="OpenedAt">Market time of the entry.</param>
/// <param name="Plan">What is asked for.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ManagedExit(
    long Position,
    string OrderId,
    string Declarer,
    string Symbol,
    OrderSide Side,
    decimal Entry,
    decimal? Stop,
    decimal Volume,
    DateTime OpenedAt,
    ExitPlan Plan)
{
    /// <summary>Parts of the plan whose close is under way or done, by their place.</summary>
    public IReadOnlyList<int> Taken { get; init; } = [];

    /// <summary>Distance from the entry to the first stop, price units; null without one.</summary>
    public decimal? Risk => Stop is { } stop && stop != Entry ? Math.Abs(Entry - stop) : null;

    /// <summary>Gain at a closing price, in R; null where it has none.</summary>
    public decimal? GainAt(decimal price) => Risk is { } risk ? (int)Side * (price - Entry) / risk : null;
}
