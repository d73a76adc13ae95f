using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;

namespace OpenTrading.Kernel.Backtesting.Sweeps;

/// <summary>Every combination.</summary>
public sealed class GridSearch(ParameterGrid grid) : ISearch
{
    public int Most => grid.Count;

    public IReadOnlyList<int> Next(IReadOnlyList<Trial> done) => done.Count == 0 ? [.. Enumerable.Range(0, grid.Count)] : [];
}
