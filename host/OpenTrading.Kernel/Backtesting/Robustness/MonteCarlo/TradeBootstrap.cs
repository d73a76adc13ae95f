using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;

/// <summary>As many trades drawn from those that happened, each with replacement: some come twice, some never.</summary>
/// <param name="initialCash">Equity before the first trade, account currency.</param>
/// <param name="nets">Net of each trade, account currency.</param>
public sealed class TradeBootstrap(double initialCash, IReadOnlyList<double> nets) : IResampling
{
    /// <inheritdoc/>
    public string Name => "trade-bootstrap";

    /// <inheritdoc/>
    public string Meaning => "As many trades drawn from those that happened, with replacement. The spread of the results says how much hangs on a few trades.";

    /// <inheritdoc/>
    public int Steps => nets.Count;

    /// <inheritdoc/>
    public double InitialCash => initialCash;

    /// <inheritdoc/>
    public void Original(Span<double> equity) => TradeSums.Write(initialCash, nets, equity);

    /// <inheritdoc/>
    public void Draw(Xoshiro256 random, Span<double> equity)
    {
        for (int i = 0; i < equity.Length; i++)
        {
            equity[i] = nets[(int)random.Below(nets.Count)];
        }

        TradeSums.Accumulate(initialCash, equity);
    }
}
