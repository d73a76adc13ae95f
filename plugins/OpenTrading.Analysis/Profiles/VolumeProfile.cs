using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Profiles;

/// <summary>
/// Volume by price, after Steidlmayer's market profile: the volume of a bar is spread evenly over its range. The value area holds 70 % of it: from
/// the row with the most, the larger neighbour is added until it does.
/// </summary>
internal sealed class VolumeProfile
{
    private const double ValueShare = 0.7;
    private readonly double _low;
    private readonly double _step;
    private readonly double[] _volumes;

    /// <summary>Sorts the volume of bars.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="first">The first that counts.</param>
    /// <param name="low">Lowest price.</param>
    /// <param name="high">Highest price, above it.</param>
    /// <param name="rows">Number of rows.</param>
    public VolumeProfile(BarSeries bars, int first, double low, double high, int rows)
    {
        (_low, _step, _volumes) = (low, (high - low) / rows, new double[rows]);
        for (int i = first; i < bars.Count; i++)
        {
            Spread(bars.Low[i], bars.High[i], bars.Volume[i]);
        }

        Total = _volumes.Sum();
        Peak = Array.IndexOf(_volumes, _volumes.Max());
        (int from, int to, double held) = (Peak, Peak, _volumes[Peak]);
        while (held < ValueShare * Total && (from > 0 || to < rows - 1))
        {
            bool up = from == 0 || (to < rows - 1 && _volumes[to + 1] >= _volumes[from - 1]);
            held += up ? _volumes[++to] : _volumes[--from];
        }

        (ValueLow, ValueHigh) = (low + (from * _step), low + ((to + 1) * _step));
    }

    /// <summary>Volume of each row, lowest price first.</summary>
    public IReadOnlyList<double> Volumes => _volumes;

    /// <summary>All volume.</summary>
    public double Total { get; }

    /// <summary>The row with the most volume.</summary>
    public int Peak { get; }

    /// <summary>Lower end of the value area.</summary>
    public double ValueLow { get; }

    /// <summary>Upper end of the value area.</summary>
    public double ValueHigh { get; }

    /// <summary>Rows with more volume than both neighbours and than the mean.</summary>
    public IEnumerable<int> HighNodes => Inner.Where(r => _volumes[r] > Mean && _volumes[r] > _volumes[r - 1] && _volumes[r] > _volumes[r + 1]);

    /// <summary>Rows with less volume than both neighbours and than the mean.</summary>
    public IEnumerable<int> LowNodes => Inner.Where(r => _volumes[r] < Mean && _volumes[r] < _volumes[r - 1] && _volumes[r] < _volumes[r + 1]);

    private IEnumerable<int> Inner => Enumerable.Range(1, _volumes.Length - 2);

    private double Mean => Total / _volumes.Length;

    /// <summary>Middle price of a row.</summary>
    public double PriceOf(int row) => _low + ((row + 0.5) * _step);

    private void Spread(double low, double high, double volume)
    {
        int from = Row(low);
        int to = Row(high);
        for (int row = from; row <= to; row++)
        {
            double part = Math.Min(high, _low + ((row + 1) * _step)) - Math.Max(low, _low + (row * _step));
            _volumes[row] += from == to ? volume : volume * Math.Max(0, part) / (high - low);
        }
    }

    private int Row(double price) => Math.Clamp((int)((price - _low) / _step), 0, _volumes.Length - 1);
}
