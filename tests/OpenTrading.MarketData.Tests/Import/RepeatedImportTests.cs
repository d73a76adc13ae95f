using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MarketData.Tests.Import;

public sealed class RepeatedImportTests : ImportTests
{
    private const string First = "2007-01-01 21:00,1.1,1.3,1,1.2\n2007-01-01 23:00,1.1,1.3,1,1.2\n";

    [Fact]
    public void Import_SameFileAgain_AddsNoneAndLeavesTheFileUntouched()
    {
        Import(Folder.File("a.csv", First), H1);
        byte[] before = SeriesBytes();

        ImportReport again = Import(Folder.File("a.csv", First), H1);

        Assert.Equal((0, 2, 0), (again.Added, again.Known, again.Replaced));
        Assert.Equal(before, SeriesBytes());
    }

    [Fact]
    public void Import_BarsBetweenAndAfter_AreMergedInOrder()
    {
        Import(Folder.File("a.csv", First), H1);

        ImportReport report = Import(
            Folder.File("b.csv", "2007-01-01 20:00,1.1,1.3,1,1.2\n2007-01-01 22:00,1.1,1.3,1,1.25\n2007-01-01 23:00,1.1,1.3,1,1.2\n2007-01-02 00:00,1.1,1.3,1,1.2\n"),
            H1);

        Assert.Equal((3, 1), (report.Added, report.Known));
        BarSeries bars = Store.ReadBars(H1);
        Assert.Equal([20, 21, 22, 23, 0], Enumerable.Range(0, bars.Count).Select(i => bars[i].Time.Hour));
        Assert.Equal(1.25, bars[2].Close);
        Assert.Equal(["a.csv", "b.csv"], report.Series.Files.Select(file => file.Name));
        Assert.Equal(2, report.Series.Digits);
    }

    [Fact]
    public void Import_OtherValuesAtAStoredTime_IsRefusedNamingTheRow()
    {
        Import(Folder.File("a.csv", First), H1);
        string path = Folder.File("b.csv", "time,open,high,low,close\n2007-01-01 21:00,1.1,1.3,1,1.2\n\n2007-01-01 23:00,1.1,1.3,1,1.21\n2007-01-02 01:00,1,1,1,1\n");

        ImportException refusal = Assert.Throws<ImportException>(() => Import(path, H1));

        Assert.Equal(
            "b.csv row 4: EURUSD H1 at 2007-01-01 23:00:00 is stored with other values. "
            + "Overwrite stored rows with those of the file (--replace), or correct the file; nothing was stored.",
            refusal.Message);
        Assert.Equal(2, Store.ReadBars(H1).Count);
    }

    [Fact]
    public void Import_OtherValuesWithReplace_Overwrites()
    {
        Import(Folder.File("a.csv", First), H1);

        ImportReport report = Import(
            Folder.File("b.csv", "2007-01-01 23:00,1.1,1.3,1,1.21\n2007-01-02 01:00,1,1,1,1\n"), new ImportOptions { Key = H1, Replace = true });

        Assert.Equal((1, 1, 0), (report.Added, report.Replaced, report.Known));
        Assert.Equal([1.2, 1.21, 1], Store.ReadBars(H1).Close.ToArray());
    }

    [Fact]
    public void Import_TicksOfOneTime_StandOrFallTogether()
    {
        Import(Folder.File("a.csv", "time,bid,ask\n2014-05-01 00:00:00.1,1,2\n2014-05-01 00:00:00.1,1.1,2\n"), Ticks);
        string reversed = Folder.File("b.csv", "time,bid,ask\n2014-05-01 00:00:00.1,1.1,2\n2014-05-01 00:00:00.1,1,2\n");

        ImportException refusal = Assert.Throws<ImportException>(() => Import(reversed, Ticks));
        ImportReport replaced = Import(reversed, new ImportOptions { Key = Ticks, Replace = true });

        Assert.StartsWith("b.csv row 2: EURUSD ticks at 2014-05-01 00:00:00.1 is stored with other values.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((0, 2), (replaced.Added, replaced.Replaced));
        Assert.Equal([1.1, 1], Store.ReadTicks(Ticks).Bid.ToArray());
    }

    private byte[] SeriesBytes() => File.ReadAllBytes(Directory.GetFiles(Store.Folder, "*.series", SearchOption.AllDirectories).Single());
}
