namespace OpenTrading.Kernel.Backtesting.Reports.Html.Plots;

/// <summary>Round numbers along an axis.</summary>
internal static class NumberTicks
{
    /// <summary>Ticks at multiples of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="low">Lowest value of the axis.</param>
    /// <param name="high">Highest value.</param>
    /// <param name="about">How many are wanted.</param>
    /// <param name="label">Text of a tick from its value and the step; null for the number itself.</param>
    public static IReadOnlyList<AxisTick> Of(double low, double high, int about, Func<double, double, string>? label = null)
    {
        double step = Step((high - low) / Math.Max(1, about));
        var ticks = new List<AxisTick>();
        for (double k = Math.Ceiling(low / step); k * step <= high && ticks.Count < 100; k++)
        {
            double value = k * step;
            ticks.Add(new AxisTick(value, (label ?? Shown.Tick)(value == 0 ? 0 : value, step)));
        }

        return ticks;
    }

    private static double Step(double rough)
    {
        if (!(rough > 0))
        {
            return 1;
        }

        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
