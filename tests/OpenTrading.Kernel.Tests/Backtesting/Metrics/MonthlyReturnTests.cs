using OpenTrading.Kernel.Backtesting.Metrics;

namespace OpenTrading.Kernel.Tests.Backtesting.Metrics;

public class MonthlyReturnTests
{
    private static readonly DailyReturn[] Days =
    [
        new(new DateOnly(2023, 12, 28), 110, 0.1), new(new DateOnly(2023, 12, 29), 121, 0.1), new(new DateOnly(2024, 1, 2), 121, 0),
        new(new DateOnly(2024, 3, 1), 60.5, -0.5),
    ];

    [Fact]
    public void Months_CompoundTheirDays_AndSkipThoseWithout()
    {
        var months = MonthlyReturns.Of(Days, 100);

        Assert.Equal([(2023, 12, 0.21), (2024, 1, 0.0), (2024, 3, -0.5)], months.Select(m => (m.Year, m.Month, Math.Round(m.Return, 12))));
    }

    [Fact]
    public void Years_CompoundTheirMonths() =>
        Assert.Equal([(2023, 0.21), (2024, -0.5)], MonthlyReturns.Years(MonthlyReturns.Of(Days, 100)).Select(y => (y.Year, Math.Round(y.Return, 12))));
}
