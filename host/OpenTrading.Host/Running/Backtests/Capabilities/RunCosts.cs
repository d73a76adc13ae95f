namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>What trading cost, account currency; negative is paid.</summary>
/// <param name="Spread">In the prices.</param>
/// <param name="Slippage">In the prices.</param>
/// <param name="Commission">Booked with the fills.</param>
/// <param name="Swap">Accrued over nights.</param>
internal sealed record RunCosts(double Spread, double Slippage, double Commission, double Swap);
