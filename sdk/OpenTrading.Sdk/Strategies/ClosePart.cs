namespace OpenTrading.Sdk.Strategies;

/// <summary>Closes a share of a position, rounded down to the volume step.</summary>
/// <param name="Ticket">Position.</param>
/// <param name="Fraction">Share of the open volume, above 0 to 1; 1 closes it whole.</param>
public sealed record ClosePart(long Ticket, double Fraction) : ManageIntent;
