namespace OpenTrading.Kernel.Backtesting.Robustness;

/// <summary>Bars or samples [<paramref name="From"/>, <paramref name="To"/>).</summary>
/// <param name="From">First.</param>
/// <param name="To">The one after the last.</param>
public readonly record struct IndexRange(int From, int To)
{
    /// <summary>How many.</summary>
    public int Count => To - From;
}
