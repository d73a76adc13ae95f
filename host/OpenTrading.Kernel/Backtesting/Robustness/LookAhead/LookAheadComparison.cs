using System.Globalization;

namespace OpenTrading.Kernel.Backtesting.Robustness.LookAhead;

/// <summary>Compares a run with one whose future was changed: what lies before the cut must be the same.</summary>
public static class LookAheadComparison
{
    private const double Tolerance = 1e-12;

    /// <summary>Where the bars are cut, as shares of them.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0.5, 0.6, 0.7, 0.8, 0.9, 0.97];

    /// <summary>The cuts of so many bars: floor(bars · share), those that leave a bar on either side.</summary>
    public static IReadOnlyList<int> Cuts(int bars) => CutsAt(Shares, bars);

    /// <summary>So many cuts at equal distances, from the first of <see cref="Shares"/> to the last.</summary>
    /// <param name="bars">Bars.</param>
    /// <param name="count">How many, 1 or more; fewer where there are not so many bars.</param>
    public static IReadOnlyList<int> Cuts(int bars, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        double span = Shares[^1] - Shares[0];
        return CutsAt(Enumerable.Range(0, count).Select(k => count == 1 ? Shares[^1] : Shares[0] + (span * k / (count - 1))), bars);
    }

    /// <summary>The earliest bar before <paramref name="cut"/> at which the runs differ; of one bar, series come before fills. Null when they agree.</summary>
    /// <exception cref="ArgumentException">The runs observe different series.</exception>
    public static LookAheadDifference? FirstDifference(ObservedRun full, ObservedRun changed, int cut, LookAheadTrial trial)
    {
        if (!full.Series.Select(s => s.Name).SequenceEqual(changed.Series.Select(s => s.Name)))
        {
            throw new ArgumentException(
                $"The full run observes {string.Join(", ", full.Series.Select(s => s.Name))}, the other {string.Join(", ", changed.Series.Select(s => s.Name))}.");
        }

        int bars = Math.Min(cut, Math.Min(full.Bars, changed.Bars));
        LookAheadDifference? first = FillDifference(full, changed, bars, cut, trial);
        for (int k = full.Series.Count - 1; k >= 0; k--)
        {
            IReadOnlyList<double> mine = full.Series[k].Values;
            IReadOnlyList<double> theirs = changed.Series[k].Values;
            int bar = 0;
            int end = Math.Min(bars, first is null ? int.MaxValue : first.Bar + 1);
            while (bar < end && IsSame(mine[bar], theirs[bar]))
            {
                bar++;
            }

            if (bar < end)
            {
                first = new LookAheadDifference(trial, cut, bar, full.Series[k].Name, Text(mine[bar]), Text(theirs[bar]));
            }
        }

        return first;
    }

    private static IReadOnlyList<int> CutsAt(IEnumerable<double> shares, int bars) =>
        [.. shares.Select(share => (int)Math.Floor(bars * share)).Where(cut => cut > 0 && cut < bars).Distinct()];

    private static LookAheadDifference? FillDifference(ObservedRun full, ObservedRun changed, int bars, int cut, LookAheadTrial trial)
    {
        ObservedFill[] mine = [.. full.Fills.TakeWhile(f => f.Bar < bars)];
        ObservedFill[] theirs = [.. changed.Fills.TakeWhile(f => f.Bar < bars)];
        int same = 0;
        while (same < mine.Length && same < theirs.Length && mine[same] == theirs[same])
        {
            same++;
        }

        if (same == mine.Length && same == theirs.Length)
        {
            return null;
        }

        ObservedFill? a = same < mine.Length ? mine[same] : null;
        ObservedFill? b = same < theirs.Length ? theirs[same] : null;
        int bar = Math.Min(a?.Bar ?? int.MaxValue, b?.Bar ?? int.MaxValue);
        return new LookAheadDifference(trial, cut, bar, "fills", a?.Line ?? "no fill", b?.Line ?? "no fill");
    }

    private static bool IsSame(double full, double changed) => double.IsNaN(full)
        ? double.IsNaN(changed)
        : full == changed || Math.Abs(full - changed) <= Tolerance * Math.Max(1, Math.Abs(full));

    private static string Text(double value) => double.IsNaN(value) ? "none" : value.ToString(CultureInfo.InvariantCulture);
}
