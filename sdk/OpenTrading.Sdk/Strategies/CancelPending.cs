namespace OpenTrading.Sdk.Strategies;

/// <summary>Deletes a working order.</summary>
/// <param name="Ticket">Working order; null deletes all of the strategy's symbol.</param>
public sealed record CancelPending(long? Ticket = null) : ManageIntent;
