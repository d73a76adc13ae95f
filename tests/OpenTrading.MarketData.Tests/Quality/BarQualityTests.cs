using OpenTrading.Sdk.Data.Quality;
using OpenTrading.MarketData.Tests.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared;

namespace OpenTrading.MarketData.Tests.Quality;

public sealed class BarQualityTests : ImportTests
{
    private static readonly DateTime Monday = TemporaryFolder.Utc("2024-03-04");

    [Fact]
    public void Examine_SoundWeekAcrossAWeekend_FindsNothing()
    {
        // Friday's last hour opens at 21:00 UTC, Sunday's first at 21:00 UTC: the clocks went forward on that weekend.
        IEnumerable<Bar> bars = Hours(Monday, 118).Concat(Hours(TemporaryFolder.Utc("2024-03-10 21:00"), 24));

        QualityReport report = Examine(bars);

        Assert.Equal((142, 0d, 0d), (report.Rows, report.GapShare, report.ZeroVolumeShare));
        Assert.Empty(report.Gaps);
        Assert.Empty(report.Duplicates);
        Assert.Empty(report.Outliers);
        Assert.Empty(report.OhlcFaults);
        Assert.Empty(report.FlatRuns);
    }

    [Fact]
    public void Examine_HoursMissingOnAWeekdayAndBesideAWeekend_CountsThemOnly()
    {
        // Three hours on Monday; then the last two of Friday and the first of Monday's session around the weekend.
        IEnumerable<Bar> bars = Hours(Monday, 5).Concat(Hours(Monday.AddHours(8), 108)).Concat(Hours(TemporaryFolder.Utc("2024-03-10 22:00"), 4));

        QualityReport report = Examine(bars);

        Assert.Equal(
            [new Gap(Monday.AddHours(4), Monday.AddHours(8), 3), new Gap(Monday.AddHours(115), TemporaryFolder.Utc("2024-03-10 22:00"), 3)], report.Gaps);
        Assert.Equal(6d / (117 + 6), report.GapShare, 12);
    }

    [Fact]
    public void Examine_Sessions_DecideWhatIsExpected()
    {
        TradingSession[] sessions = [new(DayOfWeek.Monday, TimeSpan.FromHours(9), TimeSpan.FromHours(17)), new(DayOfWeek.Tuesday, TimeSpan.FromHours(9), TimeSpan.FromHours(17))];
        IEnumerable<Bar> bars = Hours(Monday.AddHours(9), 7).Concat(Hours(Monday.AddHours(24 + 10), 7));

        Gap gap = Assert.Single(BarQuality.Examine(Series(bars), sessions).Gaps);
        Assert.Equal([gap], BarQuality.Gaps(Series(bars), sessions));

        Assert.Equal(2, gap.Missing);
    }

    [Fact]
    public void Examine_RepeatedAndBackwardTimes_AreDuplicates()
    {
        Bar[] bars = [.. Hours(Monday, 3), .. Hours(Monday.AddHours(2), 2), .. Hours(Monday.AddHours(1), 1)];

        Assert.Equal([Monday.AddHours(2), Monday.AddHours(1)], Examine(bars).Duplicates);
    }

    [Fact]
    public void Examine_BarOutOfOrder_IsAnOhlcFault()
    {
        Bar[] bars = [.. Hours(Monday, 3)];
        bars[1] = bars[1] with { High = 0.5 };

        Assert.Equal([Monday.AddHours(1)], Examine(bars).OhlcFaults);
    }

    [Fact]
    public void Examine_TenFlatBars_AreARunAndNineAreNot()
    {
        IEnumerable<Bar> ten = Enumerable.Range(0, 10).Select(i => new Bar(Monday.AddHours(5 + i), 1.5, 1.5, 1.5, 1.5, 1));
        IEnumerable<Bar> nine = Enumerable.Range(0, 9).Select(i => new Bar(Monday.AddHours(15 + i), 1.6, 1.6, 1.6, 1.6, 0));

        QualityReport report = Examine([.. Hours(Monday, 5), .. ten, .. nine]);

        Assert.Equal([new FlatRun(Monday.AddHours(5), 10, 1.5)], report.FlatRuns);
        Assert.Equal(9d / 24, report.ZeroVolumeShare, 12);
    }

    [Fact]
    public void Examine_Empty_FindsNothing() => Assert.Equal((0, 0d, 0d), (Examine([]).Rows, Examine([]).GapShare, Examine([]).ZeroVolumeShare));

    [MarketDataFact("USDCHF_H4.csv")]
    public void Examine_UsdchfOfJanuary2015_FindsTheShock()
    {
        var key = new SeriesKey("USDCHF", Timeframe.H4);
        Import(ReferenceFiles.MarketData("USDCHF_H4.csv"), key);

        QualityReport report = BarQuality.Examine(Store.ReadBars(key), []);

        Outlier shock = report.Outliers.MaxBy(outlier => outlier.Deviations)!;
        Assert.Equal(TemporaryFolder.Utc("2015-01-15 08:00"), shock.Time);
        Assert.InRange(shock.LogReturn, -0.19, -0.14);
        Assert.True(report.GapShare < 0.02, $"gaps {report.GapShare:P1}: weekends must not count");
    }

    [MarketDataFact("EURUSD_H1.csv")]
    public void Examine_EurusdH1_HasFewGapsAndNoVolume()
    {
        Import(ReferenceFiles.MarketData("EURUSD_H1.csv"), H1);

        QualityReport report = BarQuality.Examine(Store.ReadBars(H1), []);

        Assert.Equal(1, report.ZeroVolumeShare);
        Assert.InRange(report.GapShare, 0, 0.02);
        Assert.Empty(report.OhlcFaults);
    }

    private static QualityReport Examine(IEnumerable<Bar> bars) => BarQuality.Examine(Series(bars), []);

    private static BarSeries Series(IEnumerable<Bar> bars) => BarSeries.From("EURUSD", Timeframe.H1, "test", [.. bars]);

    // Moves of many sizes, so that there is a usual one.
    private static IEnumerable<Bar> Hours(DateTime from, int count) => Enumerable.Range(0, count)
        .Select(i => new Bar(from.AddHours(i), 1.1, 1.2, 1, 1.1 + (0.05 * Math.Sin(i * 1.7)), 1));
}
