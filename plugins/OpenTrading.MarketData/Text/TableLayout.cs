namespace OpenTrading.MarketData.Text;

/// <summary>Delimiter, header and order of columns of a table, found by its first line.</summary>
internal sealed class TableLayout
{
    private static readonly Column[] Prices = [Column.Open, Column.High, Column.Low, Column.Close];
    private static readonly Column[] Quotes = [Column.Bid, Column.Ask];

    private readonly int[] _index = new int[Enum.GetValues<Column>().Length];

    private TableLayout(byte delimiter, bool hasHeader)
    {
        (Delimiter, HasHeader) = (delimiter, hasHeader);
        Array.Fill(_index, -1);
    }

    /// <summary>Tab, semicolon or comma.</summary>
    public byte Delimiter { get; }

    /// <summary>Whether the first line names the columns.</summary>
    public bool HasHeader { get; }

    /// <summary>Whether the first line is that of a MetaTrader 5 export, with names in angle brackets.</summary>
    public bool IsMetaTrader { get; private init; }

    public bool HoldsBars => Has(Column.Time) && Array.TrueForAll(Prices, Has);

    public bool HoldsTicks => Has(Column.Time) && Array.TrueForAll(Quotes, Has);

    /// <summary>Position of a column, 0 = first; -1 when the table has none.</summary>
    public int this[Column column] => _index[(int)column];

    public bool Has(Column column) => _index[(int)column] >= 0;

    /// <summary>Finds the layout; null when the first line is neither a header with known names nor a row of prices.</summary>
    public static TableLayout? Detect(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> line = FirstLine(head);
        Span<Range> places = stackalloc Range[Fields.Max];
        byte delimiter = FindDelimiter(line);
        places = places[..Fields.Cut(line, delimiter, places)];
        ReadOnlySpan<byte> first = line[places[0]];
        if (places.Length < 3 || first.IsEmpty)
        {
            return null;
        }

        return char.IsAsciiDigit((char)first[0]) ? ByPosition(line, places, delimiter) : ByName(line, places, delimiter);
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8))
        {
            head = head[3..];
        }

        head = head.TrimStart("\r\n"u8);
        int end = head.IndexOfAny((byte)'\r', (byte)'\n');
        return end < 0 ? head : head[..end];
    }

    private static byte FindDelimiter(ReadOnlySpan<byte> line) =>
        line.Contains((byte)'\t') ? (byte)'\t' : line.Contains((byte)';') ? (byte)';' : (byte)',';

    private static TableLayout ByName(ReadOnlySpan<byte> line, ReadOnlySpan<Range> places, byte delimiter)
    {
        var layout = new TableLayout(delimiter, hasHeader: true) { IsMetaTrader = line.StartsWith("<DATE>"u8) };
        for (int i = 0; i < places.Length; i++)
        {
            // Of two columns with one meaning the first counts: tick volume before real volume in MetaTrader's exports.
            if (ColumnNames.TryFind(line[places[i]], out Column column) && !layout.Has(column))
            {
                layout._index[(int)column] = i;
            }
        }

        // A lone "time" is the whole time, not a time of day beside a date.
        if (!layout.Has(Column.Time))
        {
            layout._index[(int)Column.Time] = layout[Column.TimeOfDay];
            layout._index[(int)Column.TimeOfDay] = -1;
        }

        return layout;
    }

    /// <summary>Without a header: date and time in one field or two, then bid and ask, or open, high, low, close and perhaps volume and spread.</summary>
    private static TableLayout? ByPosition(ReadOnlySpan<byte> line, ReadOnlySpan<Range> places, byte delimiter)
    {
        var layout = new TableLayout(delimiter, hasHeader: false);
        bool split = Times.TryParseDate(line[places[0]], out _) && Times.TryParseTimeOfDay(line[places[1]], out _);
        Column[] order = split ? [Column.Time, Column.TimeOfDay] : [Column.Time];
        int prices = places.Length - order.Length;
        order = prices switch
        {
            2 => [.. order, .. Quotes],
            >= 4 => [.. order, .. Prices, Column.Volume, Column.Spread],
            _ => [],
        };
        for (int i = 0; i < Math.Min(order.Length, places.Length); i++)
        {
            layout._index[(int)order[i]] = i;
        }

        return order.Length == 0 || !Times.TryParse(line[places[0]], out _, out _) ? null : layout;
    }
}
