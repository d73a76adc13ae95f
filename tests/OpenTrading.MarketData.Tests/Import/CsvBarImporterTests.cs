using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MarketData.Tests.Import;

public sealed class CsvBarImporterTests : ImportTests
{
    private static readonly Bar Expected = new(TemporaryFolder.Utc("2007-01-01 21:00"), 1.31927, 1.31955, 1.3187, 1.31935, 12, 0.001);

    [Theory]
    [InlineData("time_utc,open,high,low,close,volume,spread\n2007-01-01 21:00,1.31927,1.31955,1.3187,1.31935,12,0.00100\n")]
    [InlineData("Close;Low;High;Open;Spread;Vol;Date Time\r\n1.31935;1.3187;1.31955;1.31927;0.001;12;2007.01.01 21:00\r\n")]
    [InlineData("<date>\t<time>\tO\tH\tL\tC\tV\tspread\n2007-01-01\t21:00:00\t1.31927\t1.31955\t1.3187\t1.31935\t12\t0.001")]
    [InlineData("\uFEFFTimestamp,Open,High,Low,Close,Volume,Spread\n\n1167685200,1.31927,1.31955,1.3187,1.31935,12,0.001\n\n")]
    [InlineData("1167685200000,1.31927,1.31955,1.3187,1.31935,12,1e-3\n")]
    [InlineData("2007.01.01,21:00,1.31927,1.31955,1.3187,1.31935,12,0.001\n")]
    [InlineData("20070101 210000;1.31927;1.31955;1.3187;1.31935;12;0.001\n")]
    [InlineData("\"time\",\"open\",\"high\",\"low\",\"close\",\"volume\",\"spread\"\n\"2007-01-01T22:00:00.000+01:00\", 1.31927 ,1.31955,1.3187,1.31935,12,0.001\n")]
    [InlineData("2007-01-01T21:00:00Z,1.31927,1.31955,1.3187,1.31935,12,0.001,ignored\n")]
    public void Read_AnyLayout_GivesTheSameBar(string csv) => Assert.Equal(Expected, Bars(csv)[0]);

    [Fact]
    public void Read_NoVolumeAndSpread_GivesZeroAndNaN()
    {
        Bar bar = Bars("time,open,high,low,close\n2007-01-01 21:00,1,2,1,2\n")[0];

        Assert.Equal(0, bar.Volume);
        Assert.Equal(double.NaN, bar.Spread);
    }

    [Theory]
    [InlineData("1.1,1.25,1.095,1.2", null, 3)]
    [InlineData("1.10000,1.25,1.1,1.2", null, 5)]
    [InlineData("1,2,1,2", null, 0)]
    [InlineData("1.1000000001,1.25,1.1,1.2", null, 8)]
    [InlineData("1.1,1.25,1.1,1.2", 5, 5)]
    public void Import_Digits_AreTheMostDecimalsPrintedOrThoseGiven(string prices, int? given, int digits)
    {
        ImportReport report = Import(Folder.File("bars.csv", $"2007-01-01 21:00,{prices}\n"), new ImportOptions { Key = H1, Digits = given });

        Assert.Equal(digits, report.Series.Digits);
    }

    [Theory]
    [InlineData("America/New_York", "2007-01-01 21:00", "2007-01-02 02:00")]
    [InlineData("America/New_York", "2007-07-01 21:00", "2007-07-02 01:00")]
    [InlineData("Europe/Athens", "2007-01-01 00:00", "2006-12-31 22:00")]
    [InlineData("America/New_York", "2007-01-01T21:00Z", "2007-01-01 21:00")]
    public void Read_LocalTime_IsBroughtToUtc(string zone, string local, string utc)
    {
        BarSeries bars = Bars($"{local},1,2,1,2\n", new ImportOptions { Key = H1, TimeZone = zone });

        Assert.Equal(TemporaryFolder.Utc(utc), bars[0].Time);
    }

    [Fact]
    public void Read_HourThatOccursTwice_IsReadThroughTwice()
    {
        // New York set its clocks back on 2007-11-04 at 06:00 UTC: 01:00 and 01:30 local occur twice.
        string[] local = ["00:30", "01:00", "01:30", "01:00", "01:30", "02:00"];
        string csv = string.Concat(local.Select(time => $"2007-11-04 {time},1,2,1,2\n"));

        BarSeries bars = Bars(csv, new ImportOptions { Key = H1, TimeZone = "America/New_York" });

        string[] utc = [.. Enumerable.Range(0, bars.Count).Select(i => bars[i].Time.ToString("HH:mm", null))];
        Assert.Equal(["04:30", "05:00", "05:30", "06:00", "06:30", "07:00"], utc);
    }

    [Fact]
    public void Import_LocalTimeThatTheClocksSkip_IsRefused() => Assert.Equal(
        "bars.csv row 2: local time '2007-03-11 02:30' does not exist in America/New_York, the clocks skip it. "
        + "Name the zone the times are in (--timezone), or leave bad rows out (--skip-bad-rows).",
        Refusal("2007-03-11 01:30,1,2,1,2\n2007-03-11 02:30,1,2,1,2\n", new ImportOptions { Key = H1, TimeZone = "America/New_York" }));

    [Fact]
    public void Import_UnknownZone_IsRefused() => Assert.Equal(
        "bars.csv: the time zone 'Mars/Base' is unknown. Name an IANA zone such as America/New_York, Europe/Athens or UTC.",
        Refusal("2007-03-11 01:30,1,2,1,2\n", new ImportOptions { Key = H1, TimeZone = "Mars/Base" }));

    [Fact]
    public void Import_Cancelled_StoresNothing()
    {
        string csv = string.Concat(Enumerable.Range(0, 70_000).Select(i => $"{1_000_000_000 + (i * 60)},1,2,1,2\n"));
        var import = new FileImport(Store, [new MarketData.Import.CsvBarImporter()], []);

        Assert.Throws<OperationCanceledException>(() =>
            import.Run(Folder.File("bars.csv", csv), new ImportOptions { Key = H1 }, new CancellationToken(canceled: true)));
        Assert.Empty(Store.List());
    }
}
