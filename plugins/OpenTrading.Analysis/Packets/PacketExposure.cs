namespace OpenTrading.Analysis.Packets;

/// <summary>What an account holds of the symbol.</summary>
/// <param name="NetLots">Bought less sold, lots.</param>
/// <param name="Positions">Positions.</param>
/// <param name="Source">Which account.</param>
/// <param name="AsOf">UTC time.</param>
public sealed record PacketExposure(decimal NetLots, int Positions, string Source, DateTime AsOf);
