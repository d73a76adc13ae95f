using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Data;

public class BarRowsTests
{
    private static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, 3)]
    [InlineData(5, 3)]
    [InlineData(3, 3)]
    [InlineData(100, 3)]
    [InlineData(2, 10_000)]
    public void ToSeries_WhateverWasExpected_HoldsTheRowsAndNoMore(int expected, int rows)
    {
        BarSeries series = Rows(expected, rows).ToSeries();

        Assert.Equal(rows, series.Count);
        Assert.Equal(Enumerable.Range(0, rows).Select(i => Start.AddMinutes(i).Ticks), series.Times.ToArray());
        Assert.Equal(series.Times.ToArray(), series.TimeColumn.ToArray());
        Assert.Equal(new Bar(Start.AddMinutes(rows - 1), rows, rows + 2, rows - 0.5, rows + 1, 7, 0.5), series[rows - 1]);
        Assert.Equal(rows, series.Close.Length);
        Assert.Throws<IndexOutOfRangeException>(() => series[rows]);
    }

    [Fact]
    public void CopyTo_MoreThanThereIs_Throws()
    {
        BarSeries series = Rows(100, 3).ToSeries();

        Assert.Throws<ArgumentOutOfRangeException>(() => series.CopyTo(1, new Bar[3]));
    }

    private static BarRows Rows(int expected, int count)
    {
        var rows = new BarRows("test.csv", new ImportOptions { Key = new SeriesKey("TEST", Timeframe.M1) });
        rows.Expect(expected);
        for (int i = 0; i < count; i++)
        {
            rows.Add(i + 1, Start.AddMinutes(i).Ticks, i + 1, i + 3, i + 0.5, i + 2, 7, 0.5);
        }

        return rows;
    }
}
