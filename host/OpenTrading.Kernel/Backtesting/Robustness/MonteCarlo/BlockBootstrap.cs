using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;

/// <summary>Days drawn in blocks, the last day followed by the first: good and bad weeks stay together. Returns compound.</summary>
/// <remarks>Source: Politis, Romano, A circular block-resampling procedure for stationary data (1992).</remarks>
public sealed class BlockBootstrap : IResampling
{
    private readonly IReadOnlyList<double> _returns;
    private readonly int _block;

    /// <summary>Draws blocks of days.</summary>
    /// <param name="initialCash">Equity before the first day, account currency.</param>
    /// <param name="returns">Daily returns, fractions.</param>
    /// <param name="blockLength">Days of a block, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 1.</exception>
    public BlockBootstrap(double initialCash, IReadOnlyList<double> returns, int blockLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockLength, 1);
        (InitialCash, _returns, _block) = (initialCash, returns, blockLength);
    }

    /// <inheritdoc/>
    public string Name => "block-bootstrap";

    /// <inheritdoc/>
    public string Meaning => FormattableString.Invariant($"Days drawn in blocks of {_block} with replacement. The spread says which results the same kind of days could as well have had.");

    /// <inheritdoc/>
    public int Steps => _returns.Count;

    /// <inheritdoc/>
    public double InitialCash { get; }

    /// <inheritdoc/>
    public void Original(Span<double> equity)
    {
        TradeSums.Copy(_returns, equity);
        Compound(equity);
    }

    /// <inheritdoc/>
    public void Draw(Xoshiro256 random, Span<double> equity)
    {
        int n = _returns.Count;
        for (int i = 0; i < equity.Length;)
        {
            int start = (int)random.Below(n);
            int end = (int)Math.Min((long)i + _block, equity.Length);
            for (int day = start; i < end; i++, day++)
            {
                equity[i] = _returns[day % n];
            }
        }

        Compound(equity);
    }

    private void Compound(Span<double> returns)
    {
        double growth = 1;
        for (int i = 0; i < returns.Length; i++)
        {
            growth *= 1 + returns[i];
            returns[i] = InitialCash * growth;
        }
    }
}
