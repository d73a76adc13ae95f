namespace OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;

/// <summary>Equity from the results of single trades.</summary>
internal static class TradeSums
{
    /// <summary>Writes the equity after each of the trades.</summary>
    public static void Write(double initialCash, IReadOnlyList<double> nets, Span<double> equity)
    {
        Copy(nets, equity);
        Accumulate(initialCash, equity);
    }

    /// <summary>Writes the results themselves.</summary>
    public static void Copy(IReadOnlyList<double> nets, Span<double> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = nets[i];
        }
    }

    /// <summary>Turns results into the equity after each of them.</summary>
    public static void Accumulate(double initialCash, Span<double> nets)
    {
        double equity = initialCash;
        for (int i = 0; i < nets.Length; i++)
        {
            equity += nets[i];
            nets[i] = equity;
        }
    }
}
