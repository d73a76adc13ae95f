namespace OpenTrading.Analysis.Packets;

/// <summary>What an account holds of the symbol.</summary>
/// <param name="NetLots">Bought less sold, lots.</param>
/// <param name="Positions">Positions.</param>
/// <param name="Profit">Their floating profit with swap.</param>
/// <param name="Currency">Account currency.</param>
/// <param name="Unprotected">Positions without a stop.</param>
/// <param name="Source">Which account.</param>
/// <param name="AsOf">UTC time.</param>
public sealed record PacketExposure(decimal NetLots, int Positions, decimal Profit, string Currency, int Unprotected, string Source, DateTime AsOf);
