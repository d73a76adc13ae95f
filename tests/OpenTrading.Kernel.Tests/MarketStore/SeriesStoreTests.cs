using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore;

public sealed class SeriesStoreTests : StoreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8191)]
    [InlineData(8192)]
    [InlineData(20_000)]
    public void ReadBars_WholeSeries_GivesWhatWasWritten(int count)
    {
        BarSeries written = Hours(count);
        Write(written);

        BarSeries read = Store.ReadBars(H1);

        Assert.Equal(("EURUSD", Timeframe.H1, "file:EURUSD"), (read.Symbol, read.Timeframe, read.Source));
        Assert.Equal(written.Times, read.Times);
        Assert.Equal(Bytes(written.Open), Bytes(read.Open));
        Assert.Equal(Bytes(written.High), Bytes(read.High));
        Assert.Equal(Bytes(written.Low), Bytes(read.Low));
        Assert.Equal(Bytes(written.Close), Bytes(read.Close));
        Assert.Equal(Bytes(written.Volume), Bytes(read.Volume));
        Assert.Equal(Bytes(written.Spread), Bytes(read.Spread));
    }

    [Theory]
    [InlineData(0, 20_000, 0, 20_000)]
    [InlineData(-5, 30_000, 0, 20_000)]
    [InlineData(8190, 8195, 8190, 5)]
    [InlineData(8192, 16384, 8192, 8192)]
    [InlineData(19_999, 20_001, 19_999, 1)]
    [InlineData(20_000, 20_001, 0, 0)]
    [InlineData(10, 10, 0, 0)]
    [InlineData(10, 5, 0, 0)]
    public void ReadBars_Range_TakesFromInclusiveToExclusive(int from, int to, int first, int count)
    {
        Write(Hours(20_000));

        BarSeries read = Store.ReadBars(H1, Start.AddHours(from), Start.AddHours(to));

        Assert.Equal(count, read.Count);
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal((Start.AddHours(first + i), 2000d + first + i), (read[i].Time, read[i].Close)));
    }

    [Fact]
    public void ReadTicks_Range_KeepsAllTicksOfOneTime()
    {
        SeriesKey key = SeriesKey.Ticks("EURUSD");
        using (Store.Lock())
        {
            Store.Write(key, Seconds(20_000), 5, [Origin]);
        }

        TickSeries read = Store.ReadTicks(key, Start.AddSeconds(4096), Start.AddSeconds(4098));

        Assert.Equal([8192d, 8193, 8194, 8195], read.Bid.ToArray());
        Assert.Equal(new Tick(Start.AddSeconds(4097), 8195, 16_390, 24_585, 32_780), read[3]);
    }

    [Fact]
    public void Find_Stored_TellsWhatTheHeaderSays()
    {
        Write(Hours(100));

        StoredSeries series = Store.Find(H1)!;

        Assert.Equal((H1, 5, 100L, Start, Start.AddHours(99)), (series.Key, series.Digits, series.Rows, series.From, series.To));
        Assert.Equal([Origin], series.Files);
        Assert.Null(series.Fault);
    }

    [Fact]
    public void List_SeveralSeries_AreInOrder()
    {
        using (Store.Lock())
        {
            Store.Write(SeriesKey.Ticks("EURUSD"), Seconds(10), 5, [Origin]);
            Store.Write(new SeriesKey("AUDUSD", Timeframe.H1), Hours(10), 5, [Origin]);
            Store.Write(new SeriesKey("EURUSD", Timeframe.D1), Hours(10), 5, [Origin]);
            Store.Write(H1, Hours(10), 5, [Origin]);
            Store.Write(H1 with { Source = "mt5" }, Hours(10), 5, [Origin]);
        }

        Assert.Equal(
            ["AUDUSD H1 file:AUDUSD", "EURUSD H1 file:EURUSD", "EURUSD D1 file:EURUSD", "EURUSD ticks file:EURUSD", "EURUSD H1 mt5"],
            Store.List().Select(series => $"{series.Key} {series.Key.Source}"));
    }

    [Fact]
    public void List_NoStore_IsEmpty() => Assert.Empty(new SeriesStore(Path.Combine(Store.Folder, "nowhere")).List());

    [Fact]
    public void ReadBars_Absent_SaysHowToImport()
    {
        DataException refusal = Assert.Throws<DataException>(() => Store.ReadBars(H1));

        Assert.Equal("EURUSD H1: the store holds no such series of file:EURUSD. Import it: opentrading import FILE --symbol EURUSD --timeframe H1.", refusal.Message);
    }

    [Theory]
    [InlineData("../EURUSD")]
    [InlineData(".hidden")]
    [InlineData("")]
    [InlineData("EUR/USD")]
    public void Find_SymbolThatIsNoFileName_IsRefused(string symbol)
    {
        DataException refusal = Assert.Throws<DataException>(() => Store.Find(new SeriesKey(symbol, Timeframe.H1)));

        Assert.StartsWith($"{symbol} H1: the symbol '{symbol}' cannot be stored.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WhileAReaderHasTheOldFileOpen_LeavesItsViewIntact()
    {
        Write(Hours(10));
        using SeriesFile reader = SeriesFile.Open(H1Path);

        Write(Hours(20, first: 5));

        Assert.Equal(1000, reader.ReadBars(null, null).Open[0]);
        Assert.Equal(1005, Store.ReadBars(H1).Open[0]);
    }

    [Fact]
    public void Write_FolderThatCannotBeWritten_SaysSoAndKeepsTheOld()
    {
        Write(Hours(10));
        Directory.CreateDirectory(H1Path + SeriesWriter.Unfinished);

        DataException refusal = Assert.Throws<DataException>(() => Store.Write(H1, Hours(20), 5, [Origin]));

        Assert.StartsWith($"{H1Path}: the series could not be written (", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("what was stored before is untouched. Free space or mend the folder and import again.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(10, Store.ReadBars(H1).Count);
        Directory.Delete(H1Path + SeriesWriter.Unfinished);
    }
}
