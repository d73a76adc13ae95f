using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Backtesting.Sweeps;

/// <summary>Combinations drawn at random, each at most once.</summary>
/// <param name="grid">The grid.</param>
/// <param name="runs">How many; never more than there are.</param>
/// <param name="seed">Seed of the draw.</param>
public sealed class RandomSearch(ParameterGrid grid, int runs, ulong seed) : ISearch
{
    public int Most => Math.Min(runs, grid.Count);

    public IReadOnlyList<int> Next(IReadOnlyList<Trial> done)
    {
        if (done.Count > 0)
        {
            return [];
        }

        var random = new Xoshiro256(seed);
        var chosen = new HashSet<int>();
        var order = new List<int>();

        // Robert Floyd's sample without replacement: as many draws as combinations wanted, however large the grid.
        for (int i = grid.Count - Most; i < grid.Count; i++)
        {
            int drawn = (int)random.Below(i + 1L);
            int cell = chosen.Add(drawn) ? drawn : i;
            chosen.Add(cell);
            order.Add(cell);
        }

        return order;
    }
}
