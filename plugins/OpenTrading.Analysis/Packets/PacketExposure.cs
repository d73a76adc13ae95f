namespace OpenTrading.Analysis.Packets;

/// <summary>What an account holds of the symbol, and how much the account may still lose.</summary>
/// <param name="NetLots">Bought less sold, lots.</param>
/// <param name="Positions">Positions.</param>
/// <param name="Profit">Their floating profit with swap.</param>
/// <param name="Currency">Account currency.</param>
/// <param name="Unprotected">Positions without a stop.</param>
/// <param name="AccountPositions">Open positions of the account in all symbols.</param>
/// <param name="Headroom">How far its equity may fall before trading stops; null while no floor is known.</param>
/// <param name="HeadroomPct">That in percent of its equity.</param>
/// <param name="KillLevel">Level of the kill switch, 0 to 3; above 0 nothing that opens risk passes.</param>
/// <param name="Source">Which account.</param>
/// <param name="AsOf">UTC time.</param>
public sealed record PacketExposure(
    decimal NetLots,
    int Positions,
    decimal Profit,
    string Currency,
    int Unprotected,
    int AccountPositions,
    decimal? Headroom,
    decimal? HeadroomPct,
    int KillLevel,
    string Source,
    DateTime AsOf);
