namespace OpenTrading.Sdk.Trading;

/// <summary>An account at one instant. Money in <see cref="Currency"/>.</summary>
/// <param name="Login">Account as <c>login@server</c>; <c>paper@sim</c> for the simulated one.</param>
/// <param name="Kind">Simulated, demo or real.</param>
/// <param name="Currency">Account currency, ISO 4217.</param>
/// <param name="Mode">Whether positions of one symbol add up.</param>
/// <param name="Balance">Booked money.</param>
/// <param name="Equity">Balance plus floating profit and accrued swap, plus credit.</param>
/// <param name="Margin">Used margin.</param>
/// <param name="Credit">Broker's credit; not risk capital.</param>
/// <param name="Time">UTC instant of the snapshot.</param>
/// <param name="Leverage">Units controlled per unit of margin; null where no margin is needed, or it is not known.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record AccountSnapshot(
    string Login,
    AccountKind Kind,
    string Currency,
    AccountMode Mode,
    decimal Balance,
    decimal Equity,
    decimal Margin,
    decimal Credit,
    DateTime Time,
    decimal? Leverage = null)
{
    /// <summary>Equity without credit.</summary>
    public decimal OwnEquity => Equity - Credit;

    /// <summary>Money that risk fractions refer to: the smaller of balance and own equity.</summary>
    public decimal RiskBase => Math.Min(Balance, OwnEquity);
}
