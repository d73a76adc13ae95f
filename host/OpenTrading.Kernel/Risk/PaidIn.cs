namespace OpenTrading.Kernel.Risk;

/// <summary>What was paid in on an account since its initial capital was taken, less what was paid out.</summary>
/// <param name="Configured">Initial capital of the configuration at that time; null where it was taken from the account. Under another one the sum begins anew.</param>
/// <param name="Amount">The sum, account currency.</param>
public readonly record struct PaidIn(decimal? Configured, decimal Amount);
