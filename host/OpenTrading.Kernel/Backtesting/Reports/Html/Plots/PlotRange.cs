namespace OpenTrading.Kernel.Backtesting.Reports.Html.Plots;

/// <summary>Ranges of axes.</summary>
internal static class PlotRange
{
    private const double Margin = 0.06;

    /// <summary>Lowest and highest of some values, with some air above and below.</summary>
    public static (double Low, double High) Of(IEnumerable<double> values)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values.Where(double.IsFinite))
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return low > high ? (0, 1) : high > low ? (low - ((high - low) * Margin), high + ((high - low) * Margin)) : (low - 1, high + 1);
    }

    /// <summary>The same with 0 in it, and no air beyond it.</summary>
    public static (double Low, double High) WithZero(IEnumerable<double> values)
    {
        (double low, double high) = Of(values.Append(0));
        return (low < 0 && values.All(v => !(v < 0)) ? 0 : low, high > 0 && values.All(v => !(v > 0)) ? 0 : high);
    }

    /// <summary>Label of a fraction in percent.</summary>
    public static string PercentTick(double value, double step) => Shown.Tick(value * 100, step * 100) + "\u202f%";
}
