namespace OpenTrading.Simulation.Accounts;

/// <summary>How booked amounts are rounded.</summary>
public enum MoneyRounding
{
    /// <summary>IEEE doubles, nothing rounded; the rule of backtests.</summary>
    None,
    /// <summary>Each amount computed in decimal and rounded to the account currency's digits, half away from zero; the rule of paper and live.</summary>
    Currency,
}
