using System.Runtime.InteropServices;
using System.Security.Cryptography;
using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Unites what sources read of their markets with the store, beside what is imported from files.</summary>
/// <param name="store">Takes the bars.</param>
public sealed class HistoryKeeper(SeriesStore store) : IHistoryKeeper
{
    private const string Imported = "file";

    // One store has one writer; two series of one source must not refuse each other.
    private readonly Lock _writing = new();

    /// <inheritdoc/>
    public int Keep(BarSeries bars, int digits)
    {
        if (MarketReader.KindOf(bars.Source) == Imported)
        {
            throw new ArgumentException($"{bars.Symbol} {bars.Timeframe}: history of {bars.Source} is imported, not kept; give the bars the name of a data source.", nameof(bars));
        }

        if (bars.Count == 0)
        {
            return 0;
        }

        var key = new SeriesKey(bars.Symbol, bars.Timeframe) { Source = bars.Source };
        lock (_writing)
        {
            using StoreLock held = store.Lock();
            Merged<BarSeries> united = store.Find(key) is null ? new(bars, bars.Count, 0) : BarMerge.Unite(store.ReadBars(key), bars, replace: true);
            if (united.Added > 0 || united.Replaced > 0)
            {
                // The name of the source in the place of a file, with a hash of all bars: whoever holds the series in memory sees that it is another.
                store.Write(key, united.Series, digits, [new SourceFile(bars.Source, Digest(united.Series))]);
            }

            return united.Added;
        }
    }

    private static string Digest(BarSeries bars)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(bars.Times));
        foreach (int column in Enumerable.Range(0, 6))
        {
            hash.AppendData(MemoryMarshal.AsBytes(column switch { 0 => bars.Open, 1 => bars.High, 2 => bars.Low, 3 => bars.Close, 4 => bars.Volume, _ => bars.Spread }));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
