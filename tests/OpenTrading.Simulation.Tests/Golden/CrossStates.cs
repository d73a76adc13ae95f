using OpenTrading.Simulation.Bars;

namespace OpenTrading.Simulation.Tests.Golden;

/// <summary>Moving-average cross on integer closes: +1, -1, or the previous state where the means are equal.</summary>
internal sealed class CrossStates(int fast, int slow)
{
    private int _previous;

    /// <summary>The new state when it changed from a nonzero one at bar <paramref name="i"/>, else 0.</summary>
    public int SignalAt(PointBars bars, int i)
    {
        if (i < slow - 1)
        {
            return 0;
        }

        // Means compared as cross products of sums, so that equality is exact.
        long difference = (Sum(bars, i, fast) * slow) - (Sum(bars, i, slow) * fast);
        int state = difference == 0 ? _previous : Math.Sign(difference);
        bool changed = state != _previous && _previous != 0;
        _previous = state;
        return changed ? state : 0;
    }

    private static long Sum(PointBars bars, int i, int period)
    {
        long sum = 0;
        foreach (int close in bars.Close.Slice(i - period + 1, period))
        {
            sum += close;
        }

        return sum;
    }
}
