using System.Globalization;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>Imports a file whole or not at all: unpack, recognise, read and check, unite with what is stored, write.</summary>
/// <param name="store">Takes the rows.</param>
/// <param name="barImporters">Formats of bars, asked in this order.</param>
/// <param name="tickImporters">Formats of ticks, asked in this order.</param>
public sealed class FileImport(SeriesStore store, IReadOnlyList<IBarImporter> barImporters, IReadOnlyList<ITickImporter> tickImporters)
{
    private readonly PriceFile _files = new(barImporters, tickImporters);

    /// <exception cref="ImportException">The file cannot be imported. Nothing of it was stored.</exception>
    /// <exception cref="DataException">The store is in use or corrupt, or cannot be written.</exception>
    public ImportReport Run(string path, ImportOptions options, CancellationToken cancellationToken)
    {
        using StoreLock held = store.Lock();
        return options.Key.IsTicks ? ImportTicks(path, options, cancellationToken) : ImportBars(path, options, cancellationToken);
    }

    private ImportReport ImportBars(string path, ImportOptions options, CancellationToken cancellationToken)
    {
        BarRows rows = _files.ReadBars(path, options, out string format, out SourceFile source, cancellationToken);
        BarSeries series = rows.ToSeries();
        BarSpacing.Require(source.Name, series.Times, series.Timeframe);
        StoredSeries? stored = store.Find(options.Key);
        Merged<BarSeries> merged = stored is null
            ? new(series, series.Count, 0)
            : BarMerge.Unite(store.ReadBars(options.Key), series, options.Replace);
        RequireNoConflict(rows, merged.FirstConflict, series.Times);
        return Finish(source, format, rows, series.Times, stored, merged.Added, merged.Replaced, (digits, files) =>
            store.Write(options.Key, merged.Series, digits, files));
    }

    private ImportReport ImportTicks(string path, ImportOptions options, CancellationToken cancellationToken)
    {
        TickRows rows = _files.ReadTicks(path, options, out string format, out SourceFile source, cancellationToken);
        TickSeries series = rows.ToSeries();
        StoredSeries? stored = store.Find(options.Key);
        Merged<TickSeries> merged = stored is null
            ? new(series, series.Count, 0)
            : TickMerge.Unite(store.ReadTicks(options.Key), series, options.Replace);
        RequireNoConflict(rows, merged.FirstConflict, series.Times);
        return Finish(source, format, rows, series.Times, stored, merged.Added, merged.Replaced, (digits, files) =>
            store.Write(options.Key, merged.Series, digits, files));
    }

    private static ImportReport Finish(
        SourceFile source,
        string format,
        ImportRows rows,
        ReadOnlySpan<long> times,
        StoredSeries? stored,
        int added,
        int replaced,
        Func<int, IReadOnlyList<SourceFile>, StoredSeries> write)
    {
        // A file that brought nothing new leaves the stored series as it is, byte for byte.
        bool changed = added + replaced > 0;
        int digits = rows.Options.Digits ?? Math.Max(rows.Digits, stored?.Digits ?? 0);
        IReadOnlyList<SourceFile> files = stored is null ? [source] : [.. stored.Files.Where(file => file != source), source];
        return new ImportReport
        {
            Series = changed || stored is null ? write(digits, files) : stored,
            File = source,
            Format = format,
            Rows = rows.Count,
            From = new DateTime(times[0], DateTimeKind.Utc),
            To = new DateTime(times[^1], DateTimeKind.Utc),
            Added = added,
            Replaced = replaced,
            Rejected = rows.RejectedByFault,
            FirstRejected = rows.FirstRejected,
        };
    }

    private static void RequireNoConflict(ImportRows rows, int conflict, ReadOnlySpan<long> times)
    {
        if (conflict < 0)
        {
            return;
        }

        string time = new DateTime(times[conflict]).ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture);
        throw new ImportException(
            rows.File,
            rows.LineOf(conflict),
            time,
            $"{rows.Options.Key} at {time} is stored with other values",
            "Overwrite stored rows with those of the file (--replace), or correct the file; nothing was stored.");
    }
}
