namespace OpenTrading.Host.Running.Backtests;

/// <summary>How a result is to be doubted.</summary>
/// <param name="MonteCarlo">Paths of each Monte Carlo method; 0 for none.</param>
/// <param name="CostStress">Whether it is run again at higher spread and slippage.</param>
/// <param name="LookAhead">Whether it is run again with other futures.</param>
internal readonly record struct RobustnessRequest(int MonteCarlo, bool CostStress, bool LookAhead)
{
    /// <summary>Whether nothing is asked.</summary>
    public bool IsEmpty => this == default;
}
