using System.Globalization;
using System.Security.Cryptography;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>Imports a file whole or not at all: unpack, recognise, read and check, unite with what is stored, write.</summary>
/// <param name="store">Takes the rows.</param>
/// <param name="barImporters">Formats of bars, asked in this order.</param>
/// <param name="tickImporters">Formats of ticks, asked in this order.</param>
public sealed class FileImport(SeriesStore store, IReadOnlyList<IBarImporter> barImporters, IReadOnlyList<ITickImporter> tickImporters)
{
    /// <exception cref="ImportException">The file cannot be imported. Nothing of it was stored.</exception>
    /// <exception cref="DataException">The store is in use or corrupt, or cannot be written.</exception>
    public ImportReport Run(string path, ImportOptions options, CancellationToken cancellationToken)
    {
        using StoreLock held = store.Lock();
        using FileStream file = OpenFile(path);
        if (!file.CanSeek)
        {
            throw new ImportException(path, "it is a pipe or a device, which can be read only once", "Write its content to a file and import that.");
        }

        var source = new SourceFile(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(file)));
        file.Position = 0;
        using UnpackedStream content = Packing.Open(source.Name, file);
        return options.Key.IsTicks
            ? ImportTicks(source, content, options, cancellationToken)
            : ImportBars(source, content, options, cancellationToken);
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ImportException(
                path, $"cannot be opened ({failure.Message.TrimEnd('.')})", "Name a file that exists and can be read.", failure);
        }
    }

    private ImportReport ImportBars(SourceFile source, UnpackedStream content, ImportOptions options, CancellationToken cancellationToken)
    {
        var rows = new BarRows(source.Name, options);
        IBarImporter importer = barImporters.FirstOrDefault(each => each.Recognizes(content.Head))
            ?? throw NotRecognised(source, content, ticks: false);
        importer.Read(content, rows, cancellationToken);
        RequireWhole(content);
        RequireRows(source, rows);

        BarSeries series = rows.ToSeries();
        BarSpacing.Require(source.Name, series.Times, series.Timeframe);
        StoredSeries? stored = store.Find(options.Key);
        Merged<BarSeries> merged = stored is null
            ? new(series, series.Count, 0)
            : BarMerge.Unite(store.ReadBars(options.Key), series, options.Replace);
        RequireNoConflict(rows, merged.FirstConflict, series.Times);
        return Finish(source, importer.Format, rows, series.Times, stored, merged.Added, merged.Replaced, (digits, files) =>
            store.Write(options.Key, merged.Series, digits, files));
    }

    private ImportReport ImportTicks(SourceFile source, UnpackedStream content, ImportOptions options, CancellationToken cancellationToken)
    {
        var rows = new TickRows(source.Name, options);
        ITickImporter importer = tickImporters.FirstOrDefault(each => each.Recognizes(content.Head))
            ?? throw NotRecognised(source, content, ticks: true);
        importer.Read(content, rows, cancellationToken);
        RequireWhole(content);
        RequireRows(source, rows);

        TickSeries series = rows.ToSeries();
        StoredSeries? stored = store.Find(options.Key);
        Merged<TickSeries> merged = stored is null
            ? new(series, series.Count, 0)
            : TickMerge.Unite(store.ReadTicks(options.Key), series, options.Replace);
        RequireNoConflict(rows, merged.FirstConflict, series.Times);
        return Finish(source, importer.Format, rows, series.Times, stored, merged.Added, merged.Replaced, (digits, files) =>
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

    // The end of a packed file tells whether it is whole, so it is reached whatever the importer left unread.
    private static void RequireWhole(UnpackedStream content) => content.CopyTo(Stream.Null);

    private static void RequireRows(SourceFile source, ImportRows rows)
    {
        if (rows.Count == 0)
        {
            string left = rows.Rejected > 0 ? $"; {rows.Rejected} bad rows were left out" : "";
            throw new ImportException(source.Name, $"it holds no sound row{left}", "Name a file with rows; nothing was stored.");
        }
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

    private ImportException NotRecognised(SourceFile source, UnpackedStream content, bool ticks)
    {
        if (ticks && barImporters.Any(each => each.Recognizes(content.Head)))
        {
            return new ImportException(source.Name, "it holds bars, not ticks", "Name their length with --timeframe.");
        }

        if (!ticks && tickImporters.Any(each => each.Recognizes(content.Head)))
        {
            return new ImportException(source.Name, "it holds ticks, not bars", "Leave out --timeframe.");
        }

        IEnumerable<string> formats = ticks ? tickImporters.Select(each => each.Format) : barImporters.Select(each => each.Format);
        return new ImportException(
            source.Name,
            $"it is not recognised as {(ticks ? "ticks" : "bars")}",
            $"Formats: {string.Join(", ", formats)}; a table needs a header with known names, or the usual order of columns.");
    }
}
