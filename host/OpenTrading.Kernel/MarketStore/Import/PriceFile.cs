using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>A file of recorded prices: opened, hashed, unpacked, recognised and read to its end.</summary>
/// <param name="barImporters">Formats of bars, asked in this order.</param>
/// <param name="tickImporters">Formats of ticks, asked in this order.</param>
public sealed class PriceFile(IReadOnlyList<IBarImporter> barImporters, IReadOnlyList<ITickImporter> tickImporters)
{
    // A time and four prices.
    private const int ShortestRow = 24;
    private const int MostExpectedRows = 1 << 26;
    private const int HashedAtOnce = 1 << 18;

    /// <summary>Reads bars.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What it holds.</param>
    /// <param name="format">Format it was recognised as.</param>
    /// <param name="source">The file with its hash.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportException">The file cannot be opened, is not recognised, or holds no sound row.</exception>
    public BarRows ReadBars(string path, ImportOptions options, out string format, out SourceFile source, CancellationToken cancellationToken)
    {
        using FileStream file = OpenFile(path);
        string name = Path.GetFileName(path);
        using UnpackedStream content = Packing.Open(name, file);
        var rows = new BarRows(name, options);
        IBarImporter importer = barImporters.FirstOrDefault(each => each.Recognizes(content.Head)) ?? throw NotRecognised(name, content, ticks: false);
        rows.Expect(RowsIn(file.Length, content.Head));
        source = new SourceFile(name, HashWhile(file, () =>
        {
            importer.Read(content, rows, cancellationToken);
            Finish(name, content, rows);
        }));
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
        using FileStream file = OpenFile(path);
        string name = Path.GetFileName(path);
        using UnpackedStream content = Packing.Open(name, file);
        var rows = new TickRows(name, options);
        ITickImporter importer = tickImporters.FirstOrDefault(each => each.Recognizes(content.Head)) ?? throw NotRecognised(name, content, ticks: true);
        source = new SourceFile(name, HashWhile(file, () =>
        {
            importer.Read(content, rows, cancellationToken);
            Finish(name, content, rows);
        }));
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

    // By the length of the rows at the beginning. A packed file holds more, and takes more room as it comes.
    private static int RowsIn(long length, ReadOnlySpan<byte> head)
    {
        int rows = Math.Max(1, head.Count((byte)'\n'));
        return (int)Math.Min(MostExpectedRows, length / Math.Max(ShortestRow, head.Length / rows));
    }

    // A second core, where there is one, hashes the file while it is read.
    private static string HashWhile(FileStream file, Action read)
    {
        string hash = "";
        try
        {
            Parallel.Invoke(read, () => hash = HashOf(file.SafeFileHandle));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return hash;
    }

    // By its handle, which leaves the place at which the reader stands alone.
    private static string HashOf(SafeFileHandle file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[HashedAtOnce];
        long offset = 0;
        while (RandomAccess.Read(file, buffer, offset) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
            offset += read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
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

    private static void Finish(string name, UnpackedStream content, ImportRows rows)
    {
        // The end of a packed file tells whether it is whole, so it is reached whatever the importer left unread.
        content.CopyTo(Stream.Null);
        if (rows.Count == 0)
        {
            string left = rows.Rejected > 0 ? $"; {rows.Rejected} bad rows were left out" : "";
            throw new ImportException(name, $"it holds no sound row{left}", "Name a file with rows; nothing was stored.");
        }
    }

    private ImportException NotRecognised(string name, UnpackedStream content, bool ticks)
    {
        byte[] head = content.Head.ToArray();
        if (ticks && barImporters.Any(each => each.Recognizes(head)))
        {
            return new ImportException(name, "it holds bars, not ticks", "Name their length with --timeframe.");
        }

        if (!ticks && tickImporters.Any(each => each.Recognizes(head)))
        {
            return new ImportException(name, "it holds ticks, not bars", "Leave out --timeframe.");
        }

        IEnumerable<string> formats = ticks ? tickImporters.Select(each => each.Format) : barImporters.Select(each => each.Format);
        return new ImportException(
            name,
            $"it is not recognised as {(ticks ? "ticks" : "bars")}",
            $"Formats: {string.Join(", ", formats)}; a table needs a header with known names, or the usual order of columns.");
    }
}
