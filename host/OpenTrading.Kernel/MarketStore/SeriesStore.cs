using System.Runtime.InteropServices;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Market history below one folder, one columnar file a series. Every write is a whole new file that takes the place of the old.</summary>
/// <param name="folder">Root of the store; created by the first write.</param>
/// <threadsafety>Reads are safe from any thread and process beside one writer.</threadsafety>
public sealed class SeriesStore(string folder) : IBarStore
{
    /// <summary>Root of the store.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    public IReadOnlyList<StoredSeries> List() => [.. SeriesFiles.All(Folder).Select(file => Describe(file.Path, file.Key, verify: false))];

    /// <summary>As <see cref="List"/>, after reading every block of every series against its checksum.</summary>
    public IReadOnlyList<StoredSeries> Check() => [.. SeriesFiles.All(Folder).Select(file => Describe(file.Path, file.Key, verify: true))];

    public StoredSeries? Find(SeriesKey key)
    {
        using SeriesFile? file = TryOpen(key);
        return file?.Series;
    }

    public BarSeries ReadBars(SeriesKey key, DateTime? from = null, DateTime? to = null)
    {
        if (key.IsTicks)
        {
            throw new ArgumentException($"{key} is not a series of bars.", nameof(key));
        }

        using SeriesFile file = TryOpen(key) ?? throw Absent(key);
        return file.ReadBars(from, to);
    }

    /// <summary>Reads bars around a time, by count; no more than those.</summary>
    /// <param name="key">A key of bars.</param>
    /// <param name="from">None that opens before; null for no bound.</param>
    /// <param name="at">The time.</param>
    /// <param name="before">Most bars that open before that time.</param>
    /// <param name="after">Most bars that open at it or later.</param>
    /// <exception cref="DataException">Nothing is stored under the key, or a block that was read is corrupt.</exception>
    internal SeriesWindow ReadBars(SeriesKey key, DateTime? from, DateTime at, int before, int after)
    {
        using SeriesFile file = TryOpen(key) ?? throw Absent(key);
        return file.ReadBars(from, at, before, after);
    }

    public TickSeries ReadTicks(SeriesKey key, DateTime? from = null, DateTime? to = null)
    {
        if (!key.IsTicks)
        {
            throw new ArgumentException($"{key} is not a series of ticks.", nameof(key));
        }

        using SeriesFile file = TryOpen(key) ?? throw Absent(key);
        return file.ReadTicks(from, to);
    }

    /// <summary>Takes the right to write; also clears away what a killed writer left unfinished.</summary>
    /// <exception cref="DataException">Another writer holds the store.</exception>
    public StoreLock Lock()
    {
        StoreLock held = StoreLock.Take(Folder);
        foreach (string unfinished in Directory.EnumerateFiles(Folder, "*" + SeriesWriter.Unfinished, SearchOption.AllDirectories))
        {
            File.Delete(unfinished);
        }

        return held;
    }

    /// <summary>Puts bars in the place of what the key held. The caller holds the lock.</summary>
    public StoredSeries Write(SeriesKey key, BarSeries bars, int digits, IReadOnlyList<SourceFile> files)
    {
        return Write(Describe(key, bars.Times, digits, files), writer =>
        {
            writer.Write(MemoryMarshal.AsBytes(bars.Times));
            writer.Write(MemoryMarshal.AsBytes(bars.Open));
            writer.Write(MemoryMarshal.AsBytes(bars.High));
            writer.Write(MemoryMarshal.AsBytes(bars.Low));
            writer.Write(MemoryMarshal.AsBytes(bars.Close));
            writer.Write(MemoryMarshal.AsBytes(bars.Volume));
            writer.Write(MemoryMarshal.AsBytes(bars.Spread));
        });
    }

    /// <summary>Puts ticks in the place of what the key held. The caller holds the lock.</summary>
    public StoredSeries Write(SeriesKey key, TickSeries ticks, int digits, IReadOnlyList<SourceFile> files)
    {
        return Write(Describe(key, ticks.Times, digits, files), writer =>
        {
            writer.Write(MemoryMarshal.AsBytes(ticks.Times));
            writer.Write(MemoryMarshal.AsBytes(ticks.Bid));
            writer.Write(MemoryMarshal.AsBytes(ticks.Ask));
            writer.Write(MemoryMarshal.AsBytes(ticks.Last));
            writer.Write(MemoryMarshal.AsBytes(ticks.Volume));
        });
    }

    private static StoredSeries Describe(SeriesKey key, ReadOnlySpan<long> times, int digits, IReadOnlyList<SourceFile> files) => new()
    {
        Key = key,
        Digits = digits,
        Rows = times.Length,
        From = new DateTime(times[0], DateTimeKind.Utc),
        To = new DateTime(times[^1], DateTimeKind.Utc),
        Files = files,
    };

    private static StoredSeries Describe(string path, SeriesKey key, bool verify)
    {
        try
        {
            using SeriesFile file = Open(path, key);
            if (verify)
            {
                file.Verify();
            }

            return file.Series;
        }
        catch (DataException corrupt)
        {
            return new StoredSeries { Key = key, Digits = 0, Rows = 0, From = default, To = default, Files = [], Fault = corrupt.Message };
        }
    }

    private static SeriesFile Open(string path, SeriesKey key)
    {
        SeriesFile file = SeriesFile.Open(path);
        if (file.Series.Key == key)
        {
            return file;
        }

        SeriesKey other = file.Series.Key;
        file.Dispose();
        throw new DataException(
            path, $"the file holds {other} of {other.Source}, its place is for {key} of {key.Source}", "Move it back to its own place.");
    }

    private static DataException Absent(SeriesKey key) => new(
        key.ToString(),
        $"the store holds no such series of {key.Source}",
        $"Import it: opentrading import FILE --symbol {key.Symbol}{(key.IsTicks ? "" : $" --timeframe {key.Timeframe}")}.");

    private SeriesFile? TryOpen(SeriesKey key)
    {
        string path = SeriesFiles.PathOf(Folder, key);
        return File.Exists(path) ? Open(path, key) : null;
    }

    private StoredSeries Write(StoredSeries series, Action<SeriesWriter> columns)
    {
        string path = SeriesFiles.PathOf(Folder, series.Key);
        try
        {
            using var writer = new SeriesWriter(path, series);
            columns(writer);
            writer.Commit();
            return series;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DataException(
                path,
                $"the series could not be written ({failure.Message.TrimEnd('.')}), what was stored before is untouched",
                "Free space or mend the folder and import again.",
                failure);
        }
    }
}
