namespace OpenTrading.Sdk.Risk;

/// <summary>Money at the start of the current trading day, from which the daily loss is measured.</summary>
/// <param name="Day">Local date on which the day began.</param>
/// <param name="Balance">Balance at the reset, account currency.</param>
/// <param name="Equity">Own equity at the reset, account currency.</param>
/// <param name="Amount">What the limits refer to: balance, equity or the larger, as configured.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record DayReference(DateOnly Day, decimal Balance, decimal Equity, decimal Amount);
