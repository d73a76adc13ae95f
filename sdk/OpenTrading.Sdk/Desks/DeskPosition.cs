using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Desks;

/// <summary>An open position with the price it would close at.</summary>
/// <param name="Position">The position; mark and comment are those of the order that opened it.</param>
/// <param name="CurrentPrice">Price it would close at now; its entry price where there is none.</param>
/// <param name="Source">Source of that price.</param>
/// <param name="AsOf">UTC instant of that price.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record DeskPosition(Position Position, decimal CurrentPrice, string Source, DateTime AsOf);
