namespace OpenTrading.Kernel.Trades;

/// <summary>Money that moved on an account.</summary>
/// <param name="At">UTC instant at the broker.</param>
/// <param name="Amount">Account currency; negative went out.</param>
public readonly record struct MoneyMove(DateTime At, decimal Amount);
