using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Structure;

public class PivotPointsTests
{
    // One day: open 10, high 16, low 8, close 12; the next opens at 13.
    [Theory]
    [InlineData(PivotFormula.Standard, 12, 8, 4, 0, double.NaN, 16, 20, 24, double.NaN)]
    [InlineData(PivotFormula.Woodie, 12.5, 9, 4.5, 1, double.NaN, 17, 20.5, 25, double.NaN)]
    [InlineData(PivotFormula.Fibonacci, 12, 8.944, 7.056, 4, double.NaN, 15.056, 16.944, 20, double.NaN)]
    [InlineData(PivotFormula.Camarilla, 12, 12 - (8.8 / 12), 12 - (8.8 / 6), 9.8, 7.6, 12 + (8.8 / 12), 12 + (8.8 / 6), 14.2, 16.4)]
    [InlineData(PivotFormula.Demark, 13, 10, double.NaN, double.NaN, double.NaN, 18, double.NaN, double.NaN, double.NaN)]
    public void Update_NextDay_HasTheLevelsOfTheFormula(
        PivotFormula formula, double pp, double s1, double s2, double s3, double s4, double r1, double r2, double r3, double r4)
    {
        PivotPoints pivots = new(PivotWindow.Day, formula);
        pivots.Update(new Bar(At(1, 1), 10, 16, 9, 15));
        pivots.Update(new Bar(At(1, 1).AddHours(1), 15, 15, 8, 12));
        Assert.False(pivots.IsReady);
        double[] actual = new double[9];

        pivots.Update(new Bar(At(1, 2), 13, 14, 12, 13), actual);

        Assert.Equal([pp, s1, s2, s3, s4, r1, r2, r3, r4], actual, NearEnough);
    }

    [Theory]
    [InlineData(PivotWindow.Hour, 0, 1)]
    [InlineData(PivotWindow.Day, 23, 24)]
    [InlineData(PivotWindow.Week, 95, 96)] // 1 January 2020 is a Wednesday; Sunday comes 96 hours later.
    [InlineData(PivotWindow.Month, 743, 744)]
    public void Update_WindowEnds_WithItsCalendar(PivotWindow window, int lastHour, int nextHour)
    {
        PivotPoints pivots = new(window);
        pivots.Update(new Bar(At(1, 1), 1, 2, 1, 2));

        Assert.Equal(PivotPointsValue.None, pivots.Update(new Bar(At(1, 1).AddHours(lastHour), 1, 2, 1, 2)));
        Assert.NotEqual(PivotPointsValue.None, pivots.Update(new Bar(At(1, 1).AddHours(nextHour), 1, 2, 1, 2)));
    }

    [Fact]
    public void Update_SameMonthOfTheNextYear_IsAnotherWindow()
    {
        PivotPoints pivots = new();
        pivots.Update(new Bar(At(1, 1), 1, 2, 1, 2));
        pivots.Update(new Bar(At(1, 1).AddYears(1), 1, 2, 1, 2));

        Assert.True(pivots.IsReady);
    }

    private static DateTime At(int month, int day) => new(2020, month, day, 0, 0, 0, DateTimeKind.Utc);

    private static bool NearEnough(double expected, double actual) =>
        double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) < 1e-12;
}
