using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MarketData.Tests.Import;

public sealed class Mt5ImportersTests : ImportTests
{
    private const string TickHeader = "<DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>\r\n";

    [Fact]
    public void ReadBars_TerminalExport_TakesTickVolumeAndSpreadInPoints()
    {
        string path = Folder.File(
            "EURUSD_H1.csv",
            "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\r\n"
            + "2024.01.02\t00:00:00\t1.10427\t1.10450\t1.10400\t1.10440\t812\t5000\t12\r\n"
            + "2024.01.02\t01:00:00\t1.10440\t1.10460\t1.10410\t1.10450\t901\t0\t7\r\n");

        ImportReport report = Import(path, new ImportOptions { Key = H1, TimeZone = "Europe/Athens" });

        Assert.Equal(("mt5", 5), (report.Format, report.Series.Digits));
        BarSeries bars = Store.ReadBars(H1);
        Assert.Equal(new Bar(TemporaryFolder.Utc("2024-01-01 22:00"), 1.10427, 1.1045, 1.104, 1.1044, 812, 0.00012), bars[0]);
        Assert.Equal(0.00007, bars[1].Spread);
    }

    [Fact]
    public void ReadBars_DailyExport_HasNoTimeColumn()
    {
        BarSeries bars = Bars("<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n2024.01.02\t148.1\t148.9\t147.123\t148.2\t1\t0\t15\n");

        Assert.Equal(new Bar(TemporaryFolder.Utc("2024-01-02"), 148.1, 148.9, 147.123, 148.2, 1, 0.015), bars[0]);
    }

    [Fact]
    public void ReadTicks_EmptyFields_MeanUnchanged()
    {
        TickSeries ticks = TicksOf(
            TickHeader
            + "2024.01.02\t00:00:00.123\t1.10427\t1.10439\t\t\t6\r\n"
            + "2024.01.02\t00:00:00.200\t1.10428\t\t\t\t2\r\n"
            + "2024.01.02\t00:00:00.200\t\t1.10440\t1.1043\t3\t4\r\n"
            + "2024.01.02\t00:00:01.000\t1.10430\t\t\t\t2\r\n");

        DateTime midnight = TemporaryFolder.Utc("2024-01-02");
        Tick[] expected =
        [
            new(midnight.AddMilliseconds(123), 1.10427, 1.10439),
            new(midnight.AddMilliseconds(200), 1.10428, 1.10439),
            new(midnight.AddMilliseconds(200), 1.10428, 1.1044, 1.1043, 3),
            new(midnight.AddMilliseconds(1000), 1.1043, 1.1044, 1.1043, 3),
        ];
        Assert.Equal(expected, Enumerable.Range(0, ticks.Count).Select(i => ticks[i]));
    }

    [Fact]
    public void ReadTicks_FirstRowWithoutAsk_IsRefused() => Assert.Equal(
        "bars.csv row 2: ask is empty and no row above gives it. Correct the row, or leave bad rows out (--skip-bad-rows).",
        Refusal(TickHeader + "2024.01.02\t00:00:00.123\t1.10427\t\t\t\t2\n", new ImportOptions { Key = Ticks }));

    [Fact]
    public void ReadTicks_AskBelowBid_IsRefused() => Assert.Equal(
        "bars.csv row 2: ask 1.1 is below bid 1.2. Correct the row, or leave bad rows out (--skip-bad-rows).",
        Refusal(TickHeader + "2024.01.02\t00:00:00.123\t1.2\t1.1\t\t\t6\n", new ImportOptions { Key = Ticks }));
}
