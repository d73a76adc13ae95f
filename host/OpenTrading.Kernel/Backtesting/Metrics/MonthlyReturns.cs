namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Joins trading days to calendar months and years.</summary>
public static class MonthlyReturns
{
    /// <summary>The months that have trading days, oldest first.</summary>
    public static IReadOnlyList<MonthlyReturn> Of(IReadOnlyList<DailyReturn> days, double initialCash)
    {
        var months = new List<MonthlyReturn>();
        double before = initialCash;
        foreach (IGrouping<(int Year, int Month), DailyReturn> month in days.GroupBy(d => (d.Day.Year, d.Day.Month)))
        {
            double equity = month.Last().Equity;
            months.Add(new MonthlyReturn(month.Key.Year, month.Key.Month, (equity / before) - 1));
            before = equity;
        }

        return months;
    }

    /// <summary>Return of each calendar year, its months compounded.</summary>
    public static IReadOnlyList<(int Year, double Return)> Years(IReadOnlyList<MonthlyReturn> months) =>
        [.. months.GroupBy(m => m.Year).Select(year => (year.Key, year.Aggregate(1.0, (growth, m) => growth * (1 + m.Return)) - 1))];
}
