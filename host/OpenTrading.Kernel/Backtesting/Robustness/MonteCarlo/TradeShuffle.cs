using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;

/// <summary>The same trades in another order: the end is the same, the way there is not.</summary>
/// <param name="initialCash">Equity before the first trade, account currency.</param>
/// <param name="nets">Net of each trade, account currency.</param>
public sealed class TradeShuffle(double initialCash, IReadOnlyList<double> nets) : IResampling
{
    /// <inheritdoc/>
    public string Name => "trade-shuffle";

    /// <inheritdoc/>
    public string Meaning => "The same trades in random order. The profit stays, the drawdown on the way does not.";

    /// <inheritdoc/>
    public int Steps => nets.Count;

    /// <inheritdoc/>
    public double InitialCash => initialCash;

    /// <inheritdoc/>
    public void Original(Span<double> equity) => TradeSums.Write(initialCash, nets, equity);

    /// <inheritdoc/>
    public void Draw(Xoshiro256 random, Span<double> equity)
    {
        TradeSums.Copy(nets, equity);

        // Fisher and Yates, from the end.
        for (int i = equity.Length - 1; i >= 1; i--)
        {
            int j = (int)random.Below(i + 1);
            (equity[i], equity[j]) = (equity[j], equity[i]);
        }

        TradeSums.Accumulate(initialCash, equity);
    }
}
