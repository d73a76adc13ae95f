namespace OpenTrading.Kernel.Backtesting.Sweeps;

/// <summary>Chooses which combinations of a grid are run. The same seed and the same results choose the same ones.</summary>
public interface ISearch
{
    /// <summary>Most combinations it will choose.</summary>
    int Most { get; }

    /// <summary>The next combinations, each once; empty at the end.</summary>
    /// <param name="done">All trials so far, in the order in which they were chosen.</param>
    IReadOnlyList<int> Next(IReadOnlyList<Trial> done);
}
