using System.Runtime.InteropServices;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore;

/// <summary>A store in a folder of its own.</summary>
public abstract class StoreTests : IDisposable
{
    protected static readonly SeriesKey H1 = new("EURUSD", Timeframe.H1);
    protected static readonly DateTime Start = new(2007, 1, 1, 21, 0, 0, DateTimeKind.Utc);
    protected static readonly SourceFile Origin = new("EURUSD_H1.csv", new string('a', 64));

    protected StoreTests() => Store = new SeriesStore(Directory.CreateTempSubdirectory("opentrading-store-").FullName);

    protected SeriesStore Store { get; }

    protected string H1Path => Path.Combine(Store.Folder, "file", "EURUSD", "H1.series");

    public void Dispose()
    {
        Directory.Delete(Store.Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Hourly bars whose values tell their index.</summary>
    protected static BarSeries Hours(int count, int first = 0) => BarSeries.From("EURUSD", Timeframe.H1, "file:EURUSD", [.. Enumerable.Range(first, count)
        .Select(i => new Bar(Start.AddHours(i), 1000 + i, 4000 + i, 500 + i, 2000 + i, i, double.NaN))]);

    protected static TickSeries Seconds(int count) => new(
        "EURUSD", "file:EURUSD", [.. Enumerable.Range(0, count).Select(i => Start.AddSeconds(i / 2).Ticks)],
        Column(count, 1), Column(count, 2), Column(count, 3), Column(count, 4));

    protected StoredSeries Write(BarSeries bars)
    {
        using IDisposable held = Store.Lock();
        return Store.Write(H1, bars, 5, [Origin]);
    }

    protected static ReadOnlySpan<byte> Bytes(ReadOnlySpan<double> column) => MemoryMarshal.AsBytes(column);

    private static double[] Column(int count, int scale) => [.. Enumerable.Range(0, count).Select(i => (double)i * scale)];
}
