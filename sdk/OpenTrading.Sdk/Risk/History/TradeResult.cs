using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Risk.History;

/// <summary>A position from its first fill to its last: who opened it, what it risked, and what became of it. Money in account currency.</summary>
/// <param name="Position">Broker's number of the position.</param>
/// <param name="Symbol">Instrument name.</param>
/// <param name="Side">Direction.</param>
/// <param name="Source">Proposer of the order that opened it; null when it was none of the host's.</param>
/// <param name="ClosedAt">UTC instant of the fill that closed the last of it.</param>
/// <param name="ExitReason">Why that fill happened.</param>
/// <param name="Net">Profit of all parts, commission and swap included.</param>
/// <param name="Risk">What it stood to lose at its stop when it was opened; null when that is not known.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record TradeResult(
    long Position, string Symbol, OrderSide Side, string? Source, DateTime ClosedAt, FillReason ExitReason, decimal Net, decimal? Risk)
{
    /// <summary>Whether it lost money.</summary>
    public bool IsLoss => Net < 0;
}
