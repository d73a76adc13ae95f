namespace OpenTrading.Simulation.Matching;

/// <summary>Equity while one position is held and nothing is booked: a straight line in the price. All as the account itself counts it.</summary>
/// <param name="Balance">Balance.</param>
/// <param name="Swap">Swap not yet booked.</param>
/// <param name="Entry">Average entry, points.</param>
/// <param name="Direction">+1 long, -1 short.</param>
/// <param name="Units">Units held.</param>
/// <param name="Scale">Points in one price unit.</param>
internal readonly record struct EquityLine(double Balance, double Swap, double Entry, int Direction, double Units, double Scale);
