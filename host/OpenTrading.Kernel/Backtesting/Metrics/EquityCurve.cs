using System.Runtime.InteropServices;

namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Equity at the close of every bar of a run, account currency.</summary>
/// <remarks>The columns are shared, never copied; the arrays must not change afterwards.</remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class EquityCurve
{
    private const double DaysPerYear = 365.25;

    private readonly long[] _times;
    private readonly int _first;
    private readonly double[] _equity;

    /// <summary>Wraps two columns of equal length.</summary>
    /// <param name="initialCash">Equity before the first bar, above 0.</param>
    /// <param name="times">Opening times of the bars, UTC ticks, rising.</param>
    /// <param name="equity">Equity at their closes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cash is not above 0.</exception>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public EquityCurve(double initialCash, ReadOnlyMemory<long> times, double[] equity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(initialCash);
        if (times.Length != equity.Length)
        {
            throw new ArgumentException($"An equity curve of {equity.Length} values needs as many times, not {times.Length}.");
        }

        // The column itself where it is one: every metric walks along it.
        ArraySegment<long> column = MemoryMarshal.TryGetArray(times, out ArraySegment<long> shared) ? shared : times.ToArray();
        (InitialCash, _times, _first, _equity) = (initialCash, column.Array!, column.Offset, equity);
    }

    /// <summary>Equity before the first bar.</summary>
    public double InitialCash { get; }

    /// <summary>Number of bars.</summary>
    public int Count => _equity.Length;

    /// <summary>Opening times of the bars, UTC ticks.</summary>
    public ReadOnlySpan<long> Times => new(_times, _first, _equity.Length);

    /// <summary>Equity at the close of each bar.</summary>
    public ReadOnlySpan<double> Equity => _equity;

    /// <summary>Equity at the end; the initial cash without bars.</summary>
    public double Final => Before(Count);

    /// <summary>Time from the first bar to the last, in years of 365.25 days.</summary>
    public double Years => Count == 0 ? 0 : TimeSpan.FromTicks(Times[^1] - Times[0]).TotalDays / DaysPerYear;

    /// <summary>Equity before bar <paramref name="index"/>: the close of the bar before it, the initial cash for the first.</summary>
    public double Before(int index) => index == 0 ? InitialCash : _equity[index - 1];

    /// <summary>Profit over the bars [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public double Profit(int from, int to) => Before(to) - Before(from);

    /// <summary>Opening time of bar <paramref name="index"/>, UTC.</summary>
    public DateTime TimeOf(int index) => new(Times[index], DateTimeKind.Utc);

    /// <summary>The bar in which an instant lies: the last that opens at or before it; 0 before the first.</summary>
    public int BarAt(DateTime time)
    {
        int found = Times.BinarySearch(time.Ticks);
        return Math.Max(0, found < 0 ? ~found - 1 : found);
    }
}
