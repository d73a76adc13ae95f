using System.Security.Cryptography;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>A file of recorded prices: opened, hashed, unpacked, recognised and read to its end.</summary>
/// <param name="barImporters">Formats of bars, asked in this order.</param>
/// <param name="tickImporters">Formats of ticks, asked in this order.</param>
public sealed class PriceFile(IReadOnlyList<IBarImporter> barImporters, IReadOnlyList<ITickImporter> tickImporters)
{
    /// <summary>Reads bars.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What it holds.</param>
    /// <param name="format">Format it was recognised as.</param>
    /// <param name="source">The file with its hash.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportException">The file cannot be opened, is not recognised, or holds no sound row.</exception>
    public BarRows ReadBars(string path, ImportOptions options, out string format, out SourceFile source, CancellationToken cancellationToken)
    {
        using FileStream file = Open(path, out source);
        using UnpackedStream content = Packing.Open(source.Name, file);
        var rows = new BarRows(source.Name, options);
        IBarImporter importer = barImporters.FirstOrDefault(each => each.Recognizes(content.Head)) ?? throw NotRecognised(source, content, ticks: false);
        importer.Read(content, rows, cancellationToken);
        Finish(source, content, rows);
        format = importer.Format;
        return rows;
    }

    /// <summary>Reads ticks.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What it holds.</param>
    /// <param name="format">Format it was recognised as.</param>
    /// <param name="source">The file with its hash.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportException">The file cannot be opened, is not recognised, or holds no sound row.</exception>
    public TickRows ReadTicks(string path, ImportOptions options, out string format, out SourceFile source, CancellationToken cancellationToken)
    {
        using FileStream file = Open(path, out source);
        using UnpackedStream content = Packing.Open(source.Name, file);
        var rows = new TickRows(source.Name, options);
        ITickImporter importer = tickImporters.FirstOrDefault(each => each.Recognizes(content.Head)) ?? throw NotRecognised(source, content, ticks: true);
        importer.Read(content, rows, cancellationToken);
        Finish(source, content, rows);
        format = importer.Format;
        return rows;
    }

    /// <summary>Whether a file is recognised as ticks and not as bars.</summary>
    /// <exception cref="ImportException">The file cannot be opened.</exception>
    public bool HoldsTicks(string path)
    {
        using FileStream file = OpenFile(path);
        using UnpackedStream content = Packing.Open(Path.GetFileName(path), file);
        byte[] head = content.Head.ToArray();
        return !barImporters.Any(each => each.Recognizes(head)) && tickImporters.Any(each => each.Recognizes(head));
    }

    private static FileStream Open(string path, out SourceFile source)
    {
        FileStream file = OpenFile(path);
        try
        {
            source = new SourceFile(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(file)));
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream OpenFile(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ImportException(
                path, $"cannot be opened ({failure.Message.TrimEnd('.')})", "Name a file that exists and can be read.", failure);
        }

        if (file.CanSeek)
        {
            return file;
        }

        file.Dispose();
        throw new ImportException(path, "it is a pipe or a device, which can be read only once", "Write its content to a file and import that.");
    }

    private static void Finish(SourceFile source, UnpackedStream content, ImportRows rows)
    {
        // The end of a packed file tells whether it is whole, so it is reached whatever the importer left unread.
        content.CopyTo(Stream.Null);
        if (rows.Count == 0)
        {
            string left = rows.Rejected > 0 ? $"; {rows.Rejected} bad rows were left out" : "";
            throw new ImportException(source.Name, $"it holds no sound row{left}", "Name a file with rows; nothing was stored.");
        }
    }

    private ImportException NotRecognised(SourceFile source, UnpackedStream content, bool ticks)
    {
        byte[] head = content.Head.ToArray();
        if (ticks && barImporters.Any(each => each.Recognizes(head)))
        {
            return new ImportException(source.Name, "it holds bars, not ticks", "Name their length with --timeframe.");
        }

        if (!ticks && tickImporters.Any(each => each.Recognizes(head)))
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
