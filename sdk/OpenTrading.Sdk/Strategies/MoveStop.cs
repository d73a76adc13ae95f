namespace OpenTrading.Sdk.Strategies;

/// <summary>Moves the stop of a position; null keeps the other level as it is.</summary>
/// <param name="Ticket">Position.</param>
/// <param name="Stop">New stop, absolute price; null leaves it.</param>
/// <param name="Target">New target, absolute price; null leaves it.</param>
public sealed record MoveStop(long Ticket, double? Stop, double? Target = null) : ManageIntent;
