namespace OpenTrading.Sdk.Desks;

/// <summary>An order that was taken.</summary>
/// <param name="Ticket">Ticket of the position that it opened, changed or closed; of the order while it is not filled.</param>
/// <param name="FillPrice">Average price; null while it is not filled, and of a change.</param>
/// <param name="Source">Source of its prices.</param>
/// <param name="AsOf">UTC instant of the newest of them.</param>
/// <param name="DecisionId">What the gate said of it; null when that is too long ago.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record DeskReceipt(long Ticket, decimal? FillPrice, string Source, DateTime AsOf, string? DecisionId);
