namespace OpenTrading.Kernel.Backtesting.Robustness.Significance;

/// <summary>
/// Years of data below which the best of so many worthless trials is expected to show the target Sharpe ratio: with less, the search proves nothing.
/// </summary>
/// <remarks>Source: Bailey, Borwein, López de Prado, Zhu, Pseudo-mathematics and financial charlatanism, Notices of the AMS 61 (2014).</remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed record MinimumBacktestLength
{
    /// <summary>Trials made.</summary>
    public required int Trials { get; init; }

    /// <summary>Annual Sharpe ratio aimed at.</summary>
    public required double TargetSharpe { get; init; }

    /// <summary>(Emax(N) / s)² years.</summary>
    public required double Years { get; init; }

    /// <summary>2·ln(N) / s² years, which is never less.</summary>
    public required double UpperBound { get; init; }

    /// <summary>Computes it.</summary>
    /// <param name="trials">Trials, 1 or more.</param>
    /// <param name="targetSharpe">Annual Sharpe ratio, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static MinimumBacktestLength Of(int trials, double targetSharpe)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(targetSharpe);
        double ratio = ExpectedMaximum.Of(trials) / targetSharpe;
        return new MinimumBacktestLength
        {
            Trials = trials,
            TargetSharpe = targetSharpe,
            Years = ratio * ratio,
            UpperBound = 2 * Math.Log(trials) / (targetSharpe * targetSharpe),
        };
    }
}
