using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore;

public sealed class ReadAheadTests : StoreTests
{
    [Fact]
    public void ReadBars_WhatWasAnnounced_IsReadOnce()
    {
        Write(Hours(100));
        var spy = new Spy(Store);
        var ahead = new ReadAhead(spy, [H1, H1], Start.AddHours(10), null);

        BarSeries bars = ahead.ReadBars(H1, Start.AddHours(10));

        Assert.Equal((90, 2010d, 1), (bars.Count, bars[0].Close, spy.Reads));
    }

    [Fact]
    public void ReadBars_AnotherRange_IsReadAsAsked()
    {
        Write(Hours(100));

        BarSeries bars = new ReadAhead(Store, [H1], null, null).ReadBars(H1, Start.AddHours(98), null);

        Assert.Equal((2, 2098d), (bars.Count, bars[0].Close));
    }

    [Fact]
    public void ReadBars_Twice_GivesTheSame()
    {
        Write(Hours(100));
        var ahead = new ReadAhead(Store, [H1], null, null);

        Assert.Equal(ahead.ReadBars(H1).Close, ahead.ReadBars(H1).Close);
    }

    [Fact]
    public void ReadBars_NotStored_SaysSoWhenItIsAskedFor()
    {
        var ahead = new ReadAhead(Store, [H1], null, null);

        DataException absent = Assert.Throws<DataException>(() => ahead.ReadBars(H1));

        Assert.Contains("EURUSD", absent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadBars_Corrupt_SaysSoWhenItIsAskedFor()
    {
        Write(Hours(100));
        using (FileStream file = File.OpenWrite(H1Path))
        {
            file.Position = file.Length - 5;
            file.WriteByte(0x5A);
        }

        var ahead = new ReadAhead(Store, [H1], null, null);

        Assert.Contains("corrupt", Assert.Throws<DataException>(() => ahead.ReadBars(H1)).Message, StringComparison.Ordinal);
    }

    private sealed class Spy(IBarStore store) : IBarStore
    {
        private int _reads;

        public int Reads => _reads;

        public IReadOnlyList<StoredSeries> List() => store.List();

        public StoredSeries? Find(SeriesKey key) => store.Find(key);

        public BarSeries ReadBars(SeriesKey key, DateTime? from = null, DateTime? to = null)
        {
            Interlocked.Increment(ref _reads);
            return store.ReadBars(key, from, to);
        }

        public TickSeries ReadTicks(SeriesKey key, DateTime? from = null, DateTime? to = null) => store.ReadTicks(key, from, to);
    }
}
