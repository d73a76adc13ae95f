namespace OpenTrading.Host.Configuration.Toml;

/// <summary>Reads a document: headers, entries, arrays and inline tables.</summary>
internal sealed class TomlParser
{
    private readonly TomlCursor _cursor;
    private readonly TomlTree _tree;

    public TomlParser(TomlCursor cursor)
    {
        _cursor = cursor;
        _tree = new TomlTree(cursor);
    }

    public TomlTable ReadDocument()
    {
        TomlTable section = _tree.Root;
        for (_cursor.SkipBlankLines(); _cursor.Current != TomlCursor.End; _cursor.SkipBlankLines())
        {
            if (_cursor.Current == '[')
            {
                section = ReadHeader();
            }
            else
            {
                ReadEntry(section);
            }

            ExpectEndOfLine();
        }

        return _tree.Root;
    }

    private TomlTable ReadHeader()
    {
        TomlPosition position = _cursor.Position;
        _cursor.Advance();
        bool appends = _cursor.TryTake('[');
        List<TomlKey> path = TomlKeySyntax.Read(_cursor);
        if (!_cursor.TryTake(']') || (appends && !_cursor.TryTake(']')))
        {
            throw _cursor.Error(
                $"expected {(appends ? "]]" : "]")} after the table's name {TomlExcerpt.Of(path)}, "
                + $"found {_cursor.DescribeCurrent()}; {TomlKeySyntax.Remedy}");
        }

        return appends ? _tree.AppendTable(path, position) : _tree.OpenTable(path, position);
    }

    private void ReadEntry(TomlTable table)
    {
        List<TomlKey> path = TomlKeySyntax.Read(_cursor);
        if (!_cursor.TryTake('='))
        {
            throw _cursor.Error(
                $"expected = after the key {TomlExcerpt.Of(path)}, found {_cursor.DescribeCurrent()}; {TomlKeySyntax.Remedy}");
        }

        _cursor.SkipBlanks();
        TomlTable holder = _tree.FindHolder(table, path);
        _tree.Add(holder, path[^1], ReadValue(holder.Depth + 1));
    }

    /// <summary>Reads a value that, if it is a container, stands <paramref name="depth"/> deep.</summary>
    private TomlValue ReadValue(int depth) => _cursor.Current switch
    {
        '"' or '\'' => new TomlString(_cursor.Position, TomlStringSyntax.Read(_cursor)),
        '[' => ReadArray(depth),
        '{' => ReadInlineTable(depth),
        _ => TomlScalarSyntax.Read(_cursor),
    };

    private TomlArray ReadArray(int depth)
    {
        TomlArray array = new(_cursor.Position, isOpen: false);
        _tree.CheckDepth(depth, array.Position);
        _cursor.Advance();
        for (_cursor.SkipBlankLines(); !_cursor.TryTake(']'); _cursor.SkipBlankLines())
        {
            if (_cursor.Current == TomlCursor.End)
            {
                throw _cursor.Error(array.Position, "this array has no end; close it with ]");
            }

            array.Add(ReadValue(depth + 1));
            _cursor.SkipBlankLines();
            if (_cursor.Current is not (']' or TomlCursor.End) && !_cursor.TryTake(','))
            {
                throw _cursor.Error(
                    $"expected , or ] in the array that opens at {array.Position}, found {_cursor.DescribeCurrent()}; "
                    + "separate its values by commas");
            }
        }

        return array;
    }

    private TomlTable ReadInlineTable(int depth)
    {
        TomlTable table = new(_cursor.Position, TomlTableOrigin.Inline, depth);
        _tree.CheckDepth(depth, table.Position);
        _cursor.Advance();
        _cursor.SkipBlanks();
        if (_cursor.TryTake('}'))
        {
            return table;
        }

        do
        {
            _cursor.SkipBlanks();
            if (_cursor.Current is '}' or TomlCursor.End || _cursor.AtLineEnd)
            {
                throw InlineTableFault("a key", table);
            }

            ReadEntry(table);
            _cursor.SkipBlanks();
        }
        while (_cursor.TryTake(','));
        return _cursor.TryTake('}') ? table : throw InlineTableFault(", or }", table);
    }

    private TomlException InlineTableFault(string expected, TomlTable table) =>
        _cursor.Error(
            $"expected {expected} in the inline table that opens at {table.Position}, found {_cursor.DescribeCurrent()}; "
            + "it stays on one line, its entries apart by commas, none after the last");

    private void ExpectEndOfLine()
    {
        _cursor.SkipBlanks();
        _cursor.SkipComment();
        if (_cursor.Current != TomlCursor.End && !_cursor.TryTakeLineEnd())
        {
            throw _cursor.Error(
                $"expected the end of the line, found {_cursor.DescribeCurrent()}; begin a new line, or put a text in quotes");
        }
    }
}
