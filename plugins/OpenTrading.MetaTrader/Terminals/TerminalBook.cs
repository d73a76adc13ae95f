namespace OpenTrading.MetaTrader.Terminals;

/// <summary>Account, positions and orders of a terminal at one point of its stream.</summary>
/// <param name="Figures">Money.</param>
/// <param name="Sheet">What does not change of the account.</param>
/// <param name="Positions">Open positions.</param>
/// <param name="Orders">Working orders.</param>
/// <threadsafety>Immutable.</threadsafety>
internal sealed record TerminalBook(AccountFigures Figures, AccountSheet Sheet, IReadOnlyList<PositionRow> Positions, IReadOnlyList<OrderRow> Orders);
