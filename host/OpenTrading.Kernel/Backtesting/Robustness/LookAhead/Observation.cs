namespace OpenTrading.Kernel.Backtesting.Robustness.LookAhead;

/// <summary>What strategies showed on each bar of a run, by name.</summary>
/// <param name="bars">Bars of the run.</param>
/// <threadsafety>One thread at a time.</threadsafety>
public sealed class Observation(int bars)
{
    // A strategy that names its series by their values would fill the memory, and proves nothing.
    private const int MostSeries = 200;

    private readonly Dictionary<string, double[]> _series = new(StringComparer.Ordinal);

    /// <summary>Names noted so far.</summary>
    public IEnumerable<string> Names => _series.Keys;

    /// <summary>Notes a value. Several of one name and bar add up, so that none of them goes unseen.</summary>
    /// <param name="name">Name of the series.</param>
    /// <param name="bar">Index of the bar.</param>
    /// <param name="value">The value; NaN is none.</param>
    public void Note(string name, int bar, double value)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        if (!_series.TryGetValue(name, out double[]? values))
        {
            if (_series.Count >= MostSeries)
            {
                return;
            }

            values = new double[bars];
            Array.Fill(values, double.NaN);
            _series[name] = values;
        }

        // Unequal weights, so that a buy and a sell on one bar are not taken for an exit.
        values[bar] = double.IsNaN(values[bar]) ? value : (2 * values[bar]) + value;
    }

    /// <summary>The run with the series of these names, in this order; what was never noted is none throughout.</summary>
    /// <param name="names">Names.</param>
    /// <param name="fills">Fills of the run, in order.</param>
    public ObservedRun ToRun(IReadOnlyList<string> names, IReadOnlyList<ObservedFill> fills)
    {
        double[]? nothing = null;
        return new ObservedRun(bars, [.. names.Select(name => new ObservedSeries(name, _series.GetValueOrDefault(name) ?? (nothing ??= Nothing())))], fills);
    }

    private double[] Nothing()
    {
        var values = new double[bars];
        Array.Fill(values, double.NaN);
        return values;
    }
}
