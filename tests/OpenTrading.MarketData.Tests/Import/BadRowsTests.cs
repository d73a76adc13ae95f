using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;

namespace OpenTrading.MarketData.Tests.Import;

public sealed class BadRowsTests : ImportTests
{
    private const string Header = "time_utc,open,high,low,close,volume,spread\n";
    private const string Good = "2007-01-01 21:00,1.1,1.3,1.0,1.2,0,0.001\n";
    private const string Remedy = ". Correct the row, or leave bad rows out (--skip-bad-rows).";

    [Theory]
    [InlineData("2007-01-01 22:00,1.1,1.0,1.2,1.1,0,0", "high 1 is below low 1.2")]
    [InlineData("2007-01-01 22:00,1.4,1.3,1.0,1.2,0,0", "open 1.4 is outside low 1 to high 1.3")]
    [InlineData("2007-01-01 22:00,1.1,1.3,1.0,0.9,0,0", "close 0.9 is outside low 1 to high 1.3")]
    [InlineData("2007-01-01 22:00,NaN,1.3,1.0,1.2,0,0", "open is NaN, not a finite number")]
    [InlineData("2007-01-01 22:00,1.1,Infinity,1.0,1.2,0,0", "high is Infinity, not a finite number")]
    [InlineData("2007-01-01 22:00,1.1,1.3,0,1.2,0,0", "low 0 is not above zero")]
    [InlineData("2007-01-01 22:00,1.1,1.3,-1.0,1.2,0,0", "low -1 is not above zero")]
    [InlineData("2007-01-01 22:00,1.1,1.3,1.0,1.2,-5,0", "volume -5 is below zero")]
    [InlineData("2007-01-01 22:00,1.1,1.3,1.0,1.2,0,-0.1", "spread -0.1 is below zero")]
    [InlineData("2007-01-01 22:00,1.1,1.3,1.0,1.2x,0,0", "close '1.2x' is no number")]
    [InlineData("2007-01-01 22:00,1.1,,1.0,1.2,0,0", "high '' is no number")]
    [InlineData("2007-13-01 22:00,1.1,1.3,1.0,1.2,0,0", "time '2007-13-01 22:00' is no time")]
    [InlineData("2007-01-01 22:00,1.1,1.3", "'2007-01-01 22:00,1.1,1.3' has 3 fields, low is number 4")]
    [InlineData("2007-01-01 21:00,1.1,1.3,1.0,1.2,0,0", "time 2007-01-01 21:00:00 occurs twice")]
    [InlineData("9999-01-01 21:00,1.1,1.3,1.0,1.2,0,0", "time 9999-01-01 21:00:00 is outside the years 1800 to 2200")]
    [InlineData("0001-01-01 21:00,1.1,1.3,1.0,1.2,0,0", "time 0001-01-01 21:00:00 is outside the years 1800 to 2200")]
    public void Import_BadRow_IsRefusedWithRowAndValue(string bad, string what) =>
        Assert.Equal($"bars.csv row 3: {what}{Remedy}", Refusal(Header + Good + bad + "\n"));

    [Fact]
    public void Import_TimeBeforeTheRowAbove_AsksForSorting() => Assert.Equal(
        "bars.csv row 3: time 2007-01-01 20:00:00 is before 2007-01-01 21:00:00 of the row above. Sort the file by time, or leave bad rows out (--skip-bad-rows).",
        Refusal(Header + Good + "2007-01-01 20:00,1.1,1.3,1.0,1.2,0,0\n"));

    [Fact]
    public void Import_BadRow_NamesRowAndValueAsProperties()
    {
        string path = Folder.File("bars.csv", Header + Good + "2007-01-01 22:00,1.1,1.0,1.2,1.1,0,0\n");

        ImportException refusal = Assert.Throws<ImportException>(() => Import(path, H1));

        Assert.Equal(("bars.csv", 3L, "1"), (refusal.File, refusal.Row!.Value, refusal.Value));
    }

    [Fact]
    public void Import_SkippingBadRows_CountsListsAndLeavesThemOut()
    {
        string bad = string.Concat(Enumerable.Range(0, 25).Select(_ => "2007-01-01 22:00,1.1,1.0,1.2,1.1,0,0\n"));
        string path = Folder.File("bars.csv", Header + Good + bad + "x,1,1,1,1,0,0\n" + "2007-01-01 23:00,1.1,1.3,1.0,1.2,0,0\n" + Good);

        ImportReport report = Import(path, new ImportOptions { Key = H1, SkipBadRows = true });

        Assert.Equal(2, report.Added);
        Assert.Equal(
            new Dictionary<RowFault, long> { [RowFault.HighBelowLow] = 25, [RowFault.Malformed] = 1, [RowFault.OutOfOrder] = 1 }, report.Rejected);
        Assert.Equal(20, report.FirstRejected.Count);
        Assert.Equal(new RejectedRow(3, RowFault.HighBelowLow, "high 1 is below low 1.2"), report.FirstRejected[0]);
        Assert.Equal([21, 23], Enumerable.Range(0, 2).Select(i => Store.ReadBars(H1)[i].Time.Hour));
    }

    [Fact]
    public void Import_OnlyBadRows_IsRefused() => Assert.Equal(
        "bars.csv: it holds no sound row; 1 bad rows were left out. Name a file with rows; nothing was stored.",
        Refusal(Header + "x,1,1,1,1,0,0\n", new ImportOptions { Key = H1, SkipBadRows = true }));

    [Theory]
    [InlineData("name,age\nx,1\n")]
    [InlineData("")]
    [InlineData("time,open,high,low\n2007-01-01,1,1,1\n")]
    [InlineData("\u0001\u0002\u0003")]
    public void Import_UnknownContent_IsRefused(string content) => Assert.Equal(
        "bars.csv: it is not recognised as bars. Formats: csv, mt5; a table needs a header with known names, or the usual order of columns.",
        Refusal(content));

    [Fact]
    public void Import_TicksAsBars_SaysSo() =>
        Assert.Equal("bars.csv: it holds ticks, not bars. Leave out --timeframe.", Refusal("time,bid,ask\n2007-01-01,1,1\n"));

    [Fact]
    public void Import_BarsAsTicks_SaysSo() =>
        Assert.Equal("bars.csv: it holds bars, not ticks. Name their length with --timeframe.", Refusal(Header + Good, new ImportOptions { Key = Ticks }));

    [Fact]
    public void Import_AbsurdLine_IsRefused() => Assert.Equal(
        "bars.csv row 3: the line is longer than 65536 bytes. Name a text file with one row a line.",
        Refusal(Header + Good + new string('9', 70_000) + "\n", new ImportOptions { Key = H1, SkipBadRows = true }));

    [Fact]
    public void Import_MissingFile_IsRefused()
    {
        string path = Path.Combine(Folder.Path, "nowhere.csv");

        ImportException refusal = Assert.Throws<ImportException>(() => Import(path, H1));

        Assert.Equal($"{path}: cannot be opened (Could not find file '{path}'). Name a file that exists and can be read.", refusal.Message);
    }
}
