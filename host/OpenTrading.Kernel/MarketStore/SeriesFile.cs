using System.Buffers.Binary;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>One series file. The header is checked when it is opened, a block when it is first read.</summary>
/// <remarks>
/// The handle keeps the file it was opened on, so an import that replaces the file does not disturb a reader. Blocks are read straight into the columns: a mapping
/// would hold every page twice, and end the process where the file is cut short under it.
/// </remarks>
public sealed class SeriesFile : IDisposable
{
    // Fewer bars are read before a second thread has begun.
    private const int ReadSideBySide = 16 * SeriesHeader.BlockValues;

    private readonly string _path;
    private readonly SeriesHeader _header;
    private readonly SafeFileHandle _file;
    private readonly bool[] _sound;

    private SeriesFile(string path, SeriesHeader header, SafeFileHandle file)
    {
        _path = path;
        _header = header;
        _file = file;
        _sound = new bool[header.Checksums.Length];
    }

    public StoredSeries Series => _header.Series;

    /// <exception cref="DataException">The header is corrupt, or the file is shorter or longer than its header says.</exception>
    public static SeriesFile Open(string path)
    {
        SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            return new SeriesFile(path, ReadHeader(path, file), file);
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
                ReadBlock(column, i, block.AsSpan(0, SizeOf(i)));
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private static SeriesHeader ReadHeader(string path, SafeFileHandle file)
    {
        long fileLength = RandomAccess.GetLength(file);
        var preamble = new byte[SeriesHeader.PreambleSize];
        if (!TryRead(file, 0, preamble))
        {
            throw Corrupt(path, $"it has only {fileLength} bytes", []);
        }

        int length = SeriesHeader.ReadLength(preamble, out string? fault);
        if (fault is null && length > fileLength)
        {
            fault = $"it has {fileLength} bytes, its header alone {length}";
        }

        if (fault is not null)
        {
            throw Corrupt(path, fault, []);
        }

        var bytes = new byte[length];
        SeriesHeader header = (TryRead(file, 0, bytes) ? SeriesHeader.Read(bytes) : null) ?? throw Corrupt(path, "the checksum of its header does not hold", []);
        if (fileLength != header.FileLength)
        {
            throw Corrupt(path, $"it has {fileLength} bytes, {header.Rows} rows need {header.FileLength}", header.Series.Files);
        }

        return header;
    }

    private static bool TryRead(SafeFileHandle file, long at, Span<byte> into)
    {
        while (into.Length > 0)
        {
            int read = RandomAccess.Read(file, into, at);
            if (read == 0)
            {
                return false;
            }

            at += read;
            into = into[read..];
        }

        return true;
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

        // Times are looked up in whole blocks, which are checked: a corrupt one would misplace the range.
        var buffer = new byte[SeriesHeader.BlockSize];
        Span<byte> block = [];
        int held = -1;
        long low = 0;
        long high = _header.Rows;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            (long index, long place) = Math.DivRem(middle, SeriesHeader.BlockValues);
            if (index != held)
            {
                held = (int)index;
                block = buffer.AsSpan(0, SizeOf(held));
                ReadBlock(0, held, block);
            }

            if (BinaryPrimitives.ReadInt64LittleEndian(block[((int)place * SeriesHeader.ValueSize)..]) < time)
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
        var times = GC.AllocateUninitializedArray<long>(count);
        var columns = new double[_header.Columns.Length - 1][];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = GC.AllocateUninitializedArray<double>(count);
        }

        void ReadColumn(int column) => Read(column, first, column == 0 ? MemoryMarshal.AsBytes(times.AsSpan()) : MemoryMarshal.AsBytes(columns[column - 1].AsSpan()));
        if (count < ReadSideBySide)
        {
            for (int i = 0; i <= columns.Length; i++)
            {
                ReadColumn(i);
            }
        }
        else
        {
            try
            {
                Parallel.For(0, columns.Length + 1, ReadColumn);
            }
            catch (AggregateException e)
            {
                ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            }
        }

        SeriesKey key = Series.Key;
        return new BarSeries(key.Symbol, key.Timeframe!.Value, key.Source, times, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
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

    // A block that is wanted whole is read to where it belongs; of those at the ends a part is.
    private void Read(int column, long first, Span<byte> into)
    {
        byte[]? buffer = null;
        int index = (int)(first / SeriesHeader.BlockValues);
        int skip = (int)(first % SeriesHeader.BlockValues) * SeriesHeader.ValueSize;
        for (; into.Length > 0; index++, skip = 0)
        {
            int size = SizeOf(index);
            int wanted = Math.Min(size - skip, into.Length);
            if (wanted == size)
            {
                ReadBlock(column, index, into[..size]);
            }
            else
            {
                buffer ??= new byte[SeriesHeader.BlockSize];
                ReadBlock(column, index, buffer.AsSpan(0, size));
                buffer.AsSpan(skip, wanted).CopyTo(into);
            }

            into = into[wanted..];
        }
    }

    private int SizeOf(int index) => (int)Math.Min(SeriesHeader.BlockValues, _header.Rows - ((long)index * SeriesHeader.BlockValues)) * SeriesHeader.ValueSize;

    private void ReadBlock(int column, int index, Span<byte> block)
    {
        long at = _header.Length + (((column * _header.Rows) + ((long)index * SeriesHeader.BlockValues)) * SeriesHeader.ValueSize);
        bool isThere = TryRead(_file, at, block);
        int checksum = (column * _header.BlocksPerColumn) + index;
        if (!isThere || (!_sound[checksum] && BlockChecksum.Of(block) != _header.Checksums[checksum]))
        {
            string place = $"block {index} of column {_header.Columns[column]} (bytes {at} to {at + block.Length - 1})";
            throw Corrupt(_path, $"{place} fails its checksum", Series.Files);
        }

        _sound[checksum] = true;
    }
}
