using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;

/// <summary>The trades in their order, each left out with some probability: orders that are missed, hours without a connection.</summary>
public sealed class SkippedTrades : IResampling
{
    private readonly IReadOnlyList<double> _nets;
    private readonly double _probability;

    /// <summary>Leaves trades out.</summary>
    /// <param name="initialCash">Equity before the first trade, account currency.</param>
    /// <param name="nets">Net of each trade, account currency.</param>
    /// <param name="probability">That a trade is left out, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is out of its range.</exception>
    public SkippedTrades(double initialCash, IReadOnlyList<double> nets, double probability)
    {
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        }

        (InitialCash, _nets, _probability) = (initialCash, nets, probability);
    }

    /// <inheritdoc/>
    public string Name => "skipped-trades";

    /// <inheritdoc/>
    public string Meaning => FormattableString.Invariant($"Each trade left out with probability {_probability:0.###}. The spread says what missed orders may cost.");

    /// <inheritdoc/>
    public int Steps => _nets.Count;

    /// <inheritdoc/>
    public double InitialCash { get; }

    /// <inheritdoc/>
    public void Original(Span<double> equity) => TradeSums.Write(InitialCash, _nets, equity);

    /// <inheritdoc/>
    public void Draw(Xoshiro256 random, Span<double> equity)
    {
        for (int i = 0; i < equity.Length; i++)
        {
            equity[i] = random.NextDouble() < _probability ? 0 : _nets[i];
        }

        TradeSums.Accumulate(InitialCash, equity);
    }
}
