namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>Sums over the whole list.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Lots">Volume.</param>
/// <param name="Profit">Realised profit, account currency.</param>
/// <param name="Swap">Realised swap.</param>
/// <param name="Commission">Commission.</param>
public sealed record Mt5Totals(int Count, decimal Lots, decimal Profit, decimal Swap, decimal Commission);
