using System.Runtime.CompilerServices;
using System.Text;
using OpenTrading.Sdk.Data;

namespace OpenTrading.MarketData.Text;

/// <summary>Walks the rows of a table and reads their fields; what cannot be read is rejected with its text.</summary>
internal sealed class TableReader
{
    private const int RowsBetweenCancellationChecks = 1 << 16;
    private const int ShownText = 40;

    private readonly TableLayout _layout;
    private readonly LineReader _lines;
    private readonly ImportRows _rows;
    private readonly ZonedTimes _zone;
    private readonly Range[] _places = new Range[Fields.Max];
    private readonly CancellationToken _cancellationToken;
    private int _count;
    private int _untilCheck = RowsBetweenCancellationChecks;

    /// <exception cref="ImportException">The content is no table of prices, or the zone of its times is unknown.</exception>
    public TableReader(Stream content, ImportRows rows, CancellationToken cancellationToken)
    {
        _lines = new LineReader(content, rows.File);
        _layout = TableLayout.Detect(_lines.Peek())
            ?? throw new ImportException(rows.File, "the first line is neither a header nor a row of prices", "Name a table of prices.");
        _rows = rows;
        _zone = new ZonedTimes(rows.Options.TimeZone, rows.File);
        _cancellationToken = cancellationToken;
        if (_layout.HasHeader)
        {
            _lines.TryRead(out _);
        }
    }

    /// <summary>Line of the file, 1 = first.</summary>
    public long Row => _lines.Row;

    /// <summary>Goes to the next row.</summary>
    /// <param name="line">The row, valid until the next call.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        if (--_untilCheck == 0)
        {
            _untilCheck = RowsBetweenCancellationChecks;
            _cancellationToken.ThrowIfCancellationRequested();
        }

        if (!_lines.TryRead(out line))
        {
            return false;
        }

        _count = Fields.Cut(line, _layout.Delimiter, _places);
        return true;
    }

    /// <summary>Reads the time as UTC ticks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryTime(ReadOnlySpan<byte> line, out long utc)
    {
        if (!TryField(line, Column.Time, out ReadOnlySpan<byte> text))
        {
            utc = 0;
            return false;
        }

        bool isUtc = false;
        bool read = _layout.Has(Column.TimeOfDay) ? TrySplitTime(line, text, out utc) : Times.TryParse(text, out utc, out isUtc);
        if (!read)
        {
            Malformed(Column.Time, text, "is no time");
            return false;
        }

        if (!isUtc && !_zone.TryToUtc(utc, _rows.LastTime, out utc))
        {
            string shown = Show(text);
            _rows.Reject(
                Row, RowFault.SkippedLocalTime, shown, $"local time '{shown}' does not exist in {_rows.Options.TimeZone}, the clocks skip it");
            return false;
        }

        return true;
    }

    /// <summary>Reads a price and notes its decimals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryPrice(ReadOnlySpan<byte> line, Column column, out double price)
    {
        if (!TryNumber(line, column, out price, out int decimals))
        {
            return false;
        }

        _rows.SeeDecimals(decimals);
        return true;
    }

    /// <summary>Reads a number of a column that may be absent or empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryOptional(ReadOnlySpan<byte> line, Column column, double absent, out double value)
    {
        if (IsEmpty(line, column))
        {
            value = absent;
            return true;
        }

        return TryNumber(line, column, out value, out _);
    }

    /// <summary>Whether the table or this row has nothing in the column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool IsEmpty(ReadOnlySpan<byte> line, Column column)
    {
        int index = _layout[column];
        return index < 0 || index >= _count || line[_places[index]].IsEmpty;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryNumber(ReadOnlySpan<byte> line, Column column, out double value, out int decimals)
    {
        if (!TryField(line, column, out ReadOnlySpan<byte> text))
        {
            (value, decimals) = (0, 0);
            return false;
        }

        if (Numbers.TryParse(text, out value, out decimals))
        {
            return true;
        }

        Malformed(column, text, "is no number");
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryField(ReadOnlySpan<byte> line, Column column, out ReadOnlySpan<byte> text)
    {
        int index = _layout[column];
        if (index < _count)
        {
            text = line[_places[index]];
            return true;
        }

        text = default;
        string shown = Show(line);
        _rows.Reject(Row, RowFault.Malformed, shown, $"'{shown}' has {_count} fields, {Name(column)} is number {index + 1}");
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TrySplitTime(ReadOnlySpan<byte> line, ReadOnlySpan<byte> date, out long ticks)
    {
        int index = _layout[Column.TimeOfDay];
        long time = 0;
        bool read = Times.TryParseDate(date, out ticks) && index < _count && Times.TryParseTimeOfDay(line[_places[index]], out time);
        ticks += time;
        return read;
    }

    private void Malformed(Column column, ReadOnlySpan<byte> text, string what)
    {
        string shown = Show(text);
        _rows.Reject(Row, RowFault.Malformed, shown, $"{Name(column)} '{shown}' {what}");
    }

    private static string Name(Column column) => column.ToString().ToLowerInvariant();

    private static string Show(ReadOnlySpan<byte> text) =>
        text.Length <= ShownText ? Encoding.UTF8.GetString(text) : Encoding.UTF8.GetString(text[..ShownText]) + "...";
}
