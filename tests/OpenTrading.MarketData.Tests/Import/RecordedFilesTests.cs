using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared;

namespace OpenTrading.MarketData.Tests.Import;

public sealed class RecordedFilesTests : ImportTests
{
    [MarketDataFact("EURUSD_H1.csv")]
    public void Import_EurusdH1_StoresEveryBarExactly()
    {
        ImportReport report = Import(ReferenceFiles.MarketData("EURUSD_H1.csv"), H1);
        BarSeries bars = Store.ReadBars(H1);

        Assert.Equal((74_439, 74_439, 0, 5), (report.Rows, report.Added, report.Known, report.Series.Digits));
        Assert.Equal(74_439, bars.Count);
        Assert.Equal("file:EURUSD", bars.Source);
        Assert.Equal(new Bar(TemporaryFolder.Utc("2007-01-01 21:00"), 1.31927, 1.31955, 1.3187, 1.31935, 0, 0.001), bars[0]);
        Assert.Equal(new Bar(TemporaryFolder.Utc("2018-12-31 21:00"), 1.14558, 1.14662, 1.14552, 1.14607, 0, 0.001), bars[bars.Count - 1]);
    }

    [MarketDataFact("EURUSD_ticks.csv")]
    public void Import_EurusdTicks_StoresEveryTickInOrder()
    {
        ImportReport report = Import(ReferenceFiles.MarketData("EURUSD_ticks.csv"), Ticks);
        TickSeries ticks = Store.ReadTicks(Ticks);

        Assert.Equal(73_520, report.Added);
        Assert.Equal(new Tick(TemporaryFolder.Utc("2014-05-01 00:00:00.292"), 1.38676, 1.38686), ticks[0]);
        Assert.Equal(new Tick(TemporaryFolder.Utc("2014-05-02 20:59:58.557"), 1.38685, 1.38782), ticks[ticks.Count - 1]);
        Assert.Equal(347, Enumerable.Range(1, ticks.Count - 1).Count(i => ticks.Times[i] == ticks.Times[i - 1]));
    }

    [MarketDataFact("EURUSD_ticks.csv")]
    public void Import_SameTicksAgain_AddsNone()
    {
        Import(ReferenceFiles.MarketData("EURUSD_ticks.csv"), Ticks);
        ImportReport again = Import(ReferenceFiles.MarketData("EURUSD_ticks.csv"), Ticks);

        Assert.Equal((73_520, 0, 73_520), (again.Rows, again.Added, again.Known));
        Assert.Equal(73_520, again.Series.Rows);
    }

    [MarketDataFact("SPY_D1.csv")]
    public void Import_DatesAlone_AreMidnightUtc()
    {
        var key = new SeriesKey("SPY", Timeframe.D1);
        Import(ReferenceFiles.MarketData("SPY_D1.csv"), key);
        BarSeries bars = Store.ReadBars(key);

        Assert.Equal(5849, bars.Count);
        Assert.Equal(new Bar(TemporaryFolder.Utc("1998-01-02"), 97.31, 97.53, 96.53, 97.36, 2150000), bars[0]);
    }

    [MarketDataFact("XAUUSD_H1.csv")]
    public void Import_XauusdH1_InfersThreeDigits()
    {
        ImportReport report = Import(ReferenceFiles.MarketData("XAUUSD_H1.csv"), new SeriesKey("XAUUSD", Timeframe.H1));

        Assert.Equal((76_499, 3), (report.Added, report.Series.Digits));
    }
}
