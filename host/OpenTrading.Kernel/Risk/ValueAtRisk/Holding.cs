using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>All positions of an account in one instrument.</summary>
/// <param name="Symbol">The instrument, at the source of its prices.</param>
/// <param name="NetLots">Long less short.</param>
/// <param name="Exposure">What they gain when the price doubles, account currency; negative for a short holding.</param>
internal sealed record Holding(MarketSymbol Symbol, decimal NetLots, double Exposure);
