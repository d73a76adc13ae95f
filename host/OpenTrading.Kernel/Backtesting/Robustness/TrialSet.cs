using OpenTrading.Kernel.Backtesting.Metrics;

namespace OpenTrading.Kernel.Backtesting.Robustness;

/// <summary>The equity curves of every run that was made on the same bars, discarded ones included: the number of trials decides what the best is worth.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class TrialSet
{
    private readonly EquityCurve[] _curves;

    /// <summary>Takes the curves; their place is the number of the trial.</summary>
    /// <exception cref="ArgumentException">There is none, or they differ in bars or initial cash.</exception>
    public TrialSet(IEnumerable<EquityCurve> curves)
    {
        _curves = [.. curves];
        if (_curves.Length == 0)
        {
            throw new ArgumentException("A set of trials needs at least one equity curve.");
        }

        int odd = Array.FindIndex(_curves, c => c.Count != Bars || c.InitialCash != InitialCash);
        if (odd >= 0)
        {
            throw new ArgumentException(
                $"Trial {odd} has {_curves[odd].Count} bars and {_curves[odd].InitialCash} initial cash, trial 0 has {Bars} and {InitialCash}. "
                + "Run all trials on the same bars with the same cash.");
        }
    }

    /// <summary>Number of trials.</summary>
    public int Count => _curves.Length;

    /// <summary>Bars of each.</summary>
    public int Bars => _curves[0].Count;

    /// <summary>Equity each started with.</summary>
    public double InitialCash => _curves[0].InitialCash;

    /// <summary>Curve of a trial.</summary>
    public EquityCurve this[int trial] => _curves[trial];

    /// <summary>The trial with the highest equity at the end, the first of equals.</summary>
    public int Best => Enumerable.Range(0, Count).MaxBy(i => _curves[i].Final);

    /// <summary>Profit of each bar over the initial cash: the returns of an account that does not compound.</summary>
    public double[] Returns(int trial)
    {
        var returns = new double[Bars];
        Returns(trial, 0, returns);
        return returns;
    }

    /// <summary>Writes the returns of the bars that begin at <paramref name="from"/>.</summary>
    public void Returns(int trial, int from, Span<double> returns)
    {
        EquityCurve curve = _curves[trial];
        ReadOnlySpan<double> equity = curve.Equity.Slice(from, returns.Length);
        double before = curve.Before(from);
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = (equity[i] - before) / curve.InitialCash;
            before = equity[i];
        }
    }
}
