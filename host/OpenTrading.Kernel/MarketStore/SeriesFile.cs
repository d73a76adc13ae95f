using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>One series file, mapped into memory. The header is checked when it is opened, a block when it is first read.</summary>
/// <remarks>The mapping keeps the file it was opened on, so an import that replaces the file does not disturb a reader.</remarks>
public sealed class SeriesFile : IDisposable
{
    private readonly string _path;
    private readonly SeriesHeader _header;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly bool[] _sound;

    private SeriesFile(string path, SeriesHeader header, MemoryMappedFile map)
    {
        _path = path;
        _header = header;
        _map = map;
        _view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _sound = new bool[header.Checksums.Length];
    }

    public StoredSeries Series => _header.Series;

    /// <exception cref="DataException">The header is corrupt, or the file is shorter or longer than its header says.</exception>
    public static SeriesFile Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        try
        {
            SeriesHeader header = ReadHeader(path, file);
            var map = MemoryMappedFile.CreateFromFile(
                file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            return new SeriesFile(path, header, map);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public BarSeries ReadBars(DateTime? from, DateTime? to)
    {
        (long first, int count) = Range(from, to);
        return ReadBars(first, count);
    }

    /// <summary>Bars around a time, by count.</summary>
    /// <param name="from">None that opens before; null for no bound.</param>
    /// <param name="at">The time.</param>
    /// <param name="before">Most bars that open before that time.</param>
    /// <param name="after">Most bars that open at it or later.</param>
    internal SeriesWindow ReadBars(DateTime? from, DateTime at, int before, int after)
    {
        long middle = RowAtOrAfter(at.Ticks);
        long bound = from is { } lower ? Math.Min(middle, RowAtOrAfter(lower.Ticks)) : 0;
        long first = Math.Max(middle - before, bound);
        long end = Math.Min(middle + after, _header.Rows);
        return new SeriesWindow(ReadBars(first, checked((int)(end - first))), first == 0, first > bound, end == _header.Rows);
    }

    public TickSeries ReadTicks(DateTime? from, DateTime? to)
    {
        (long first, int count) = Range(from, to);
        return new TickSeries(
            Series.Key.Symbol, Series.Key.Source, Times(first, count), Prices(1, first, count), Prices(2, first, count),
            Prices(3, first, count), Prices(4, first, count));
    }

    /// <summary>Reads every block once.</summary>
    /// <exception cref="DataException">The first corrupt block.</exception>
    public void Verify()
    {
        var block = new byte[SeriesHeader.BlockSize];
        for (int column = 0; column < _header.Columns.Length; column++)
        {
            for (int i = 0; i < _header.BlocksPerColumn; i++)
            {
                ReadBlock(column, i, block);
            }
        }
    }

    public void Dispose()
    {
        _view.Dispose();
        _map.Dispose();
    }

    private static SeriesHeader ReadHeader(string path, FileStream file)
    {
        var preamble = new byte[SeriesHeader.PreambleSize];
        if (file.ReadAtLeast(preamble, preamble.Length, throwOnEndOfStream: false) < preamble.Length)
        {
            throw Corrupt(path, $"it has only {file.Length} bytes", []);
        }

        int length = SeriesHeader.ReadLength(preamble, out string? fault);
        if (fault is null && length > file.Length)
        {
            fault = $"it has {file.Length} bytes, its header alone {length}";
        }

        if (fault is not null)
        {
            throw Corrupt(path, fault, []);
        }

        var bytes = new byte[length];
        file.Position = 0;
        file.ReadExactly(bytes);
        SeriesHeader header = SeriesHeader.Read(bytes) ?? throw Corrupt(path, "the checksum of its header does not hold", []);
        if (file.Length != header.FileLength)
        {
            throw Corrupt(path, $"it has {file.Length} bytes, {header.Rows} rows need {header.FileLength}", header.Series.Files);
        }

        return header;
    }

    private static DataException Corrupt(string path, string what, IReadOnlyList<SourceFile> files)
    {
        string again = files.Count == 0 ? "the files it came from" : string.Join(", ", files.Select(file => file.Name));
        return new DataException(path, $"the stored series is corrupt, {what}", $"Move it away and import {again} again.");
    }

    /// <summary>First row and number of rows with from &lt;= time &lt; to.</summary>
    private (long First, int Count) Range(DateTime? from, DateTime? to)
    {
        long first = from is { } lower ? RowAtOrAfter(lower.Ticks) : 0;
        long end = to is { } upper ? RowAtOrAfter(upper.Ticks) : _header.Rows;
        return (first, checked((int)Math.Max(0, end - first)));
    }

    private long RowAtOrAfter(long time)
    {
        if (time > Series.To.Ticks)
        {
            return _header.Rows;
        }

        // The search touches times in blocks that are not read whole; a corrupt one would misplace the range, so they are checked as well.
        var block = new byte[SeriesHeader.BlockSize];
        long low = 0;
        long high = _header.Rows;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            int index = (int)(middle / SeriesHeader.BlockValues);
            if (!_sound[index])
            {
                ReadBlock(0, index, block);
            }

            if (_view.ReadInt64(_header.Length + (middle * SeriesHeader.ValueSize)) < time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private BarSeries ReadBars(long first, int count)
    {
        SeriesKey key = Series.Key;
        return new BarSeries(
            key.Symbol, key.Timeframe!.Value, key.Source, Times(first, count), Prices(1, first, count), Prices(2, first, count),
            Prices(3, first, count), Prices(4, first, count), Prices(5, first, count), Prices(6, first, count));
    }

    private long[] Times(long first, int count)
    {
        var values = GC.AllocateUninitializedArray<long>(count);
        Read(0, first, MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private double[] Prices(int column, long first, int count)
    {
        var values = GC.AllocateUninitializedArray<double>(count);
        Read(column, first, MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private void Read(int column, long first, Span<byte> into)
    {
        var block = new byte[SeriesHeader.BlockSize];
        int index = (int)(first / SeriesHeader.BlockValues);
        int skip = (int)(first % SeriesHeader.BlockValues) * SeriesHeader.ValueSize;
        while (into.Length > 0)
        {
            ReadOnlySpan<byte> part = ReadBlock(column, index++, block)[skip..];
            part = part[..Math.Min(part.Length, into.Length)];
            part.CopyTo(into);
            into = into[part.Length..];
            skip = 0;
        }
    }

    private ReadOnlySpan<byte> ReadBlock(int column, int index, byte[] buffer)
    {
        long row = (long)index * SeriesHeader.BlockValues;
        int size = (int)Math.Min(SeriesHeader.BlockValues, _header.Rows - row) * SeriesHeader.ValueSize;
        Span<byte> block = buffer.AsSpan(0, size);
        long at = _header.Length + (((column * _header.Rows) + row) * SeriesHeader.ValueSize);
        _view.SafeMemoryMappedViewHandle.ReadSpan((ulong)at, block);
        int checksum = (column * _header.BlocksPerColumn) + index;
        if (!_sound[checksum])
        {
            if (BlockChecksum.Of(block) != _header.Checksums[checksum])
            {
                string place = $"block {index} of column {_header.Columns[column]} (bytes {at} to {at + size - 1})";
                throw Corrupt(_path, $"{place} fails its checksum", Series.Files);
            }

            _sound[checksum] = true;
        }

        return block;
    }
}
