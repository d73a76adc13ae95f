namespace OpenTrading.Analysis.Packets;

/// <summary>An event of the economic calendar.</summary>
/// <param name="At">UTC time.</param>
/// <param name="Currency">Whose.</param>
/// <param name="Title">What.</param>
/// <param name="Source">Who announces it.</param>
public sealed record PacketEvent(DateTime At, string Currency, string Title, string Source);
