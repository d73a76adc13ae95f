namespace OpenTrading.Host.Configuration.Toml;

/// <summary>The tables of a document as they grow, and the rules on what may be added to which: nothing is defined twice.</summary>
internal sealed class TomlTree(TomlCursor cursor)
{
    public TomlTable Root { get; } = new(TomlPosition.Start, TomlTableOrigin.Header, depth: 0);

    /// <summary>The table that <c>[path]</c> opens.</summary>
    public TomlTable OpenTable(List<TomlKey> path, TomlPosition position)
    {
        TomlTable parent = FindSuperTable(path);
        TomlEntry? existing = parent.Find(path[^1].Name);
        if (existing is null)
        {
            return AddTable(parent, path[^1], position, TomlTableOrigin.Header);
        }

        if (existing.Value is TomlTable { Origin: TomlTableOrigin.Implied } implied)
        {
            implied.Define(TomlTableOrigin.Header, position);
            return implied;
        }

        throw cursor.Error(position, $"[{TomlExcerpt.Of(path)}] is already {Describe(existing)}; merge the two, or rename one");
    }

    /// <summary>The new table that <c>[[path]]</c> appends.</summary>
    public TomlTable AppendTable(List<TomlKey> path, TomlPosition position)
    {
        TomlTable parent = FindSuperTable(path);
        TomlEntry? existing = parent.Find(path[^1].Name);
        if (existing is not null and not { Value: TomlArray { IsOpen: true } })
        {
            throw cursor.Error(
                position,
                $"[[{TomlExcerpt.Of(path)}]] cannot append, it is already {Describe(existing)}; write every element as [[…]]");
        }

        CheckDepth(parent.Depth + 2, path[^1].Position);
        TomlTable element = new(position, TomlTableOrigin.Header, parent.Depth + 2);
        if (existing is null)
        {
            TomlArray array = new(position, isOpen: true);
            array.Add(element);
            parent.Add(path[^1], array);
        }
        else
        {
            ((TomlArray)existing.Value).Add(element);
        }

        return element;
    }

    /// <summary>The table that holds the last part of a dotted key of <paramref name="table"/>.</summary>
    public TomlTable FindHolder(TomlTable table, List<TomlKey> path)
    {
        for (int i = 0; i < path.Count - 1; i++)
        {
            TomlEntry? existing = table.Find(path[i].Name);
            switch (existing?.Value)
            {
                case null:
                    table = AddTable(table, path[i], path[i].Position, TomlTableOrigin.DottedKey);
                    break;
                case TomlTable { Origin: TomlTableOrigin.DottedKey } dotted:
                    table = dotted;
                    break;
                case TomlTable { Origin: TomlTableOrigin.Implied } implied:
                    implied.Define(TomlTableOrigin.DottedKey, path[i].Position);
                    table = implied;
                    break;
                default:
                    throw cursor.Error(
                        path[i].Position,
                        $"{TomlExcerpt.Of(path)} cannot add to {TomlExcerpt.Of(path.Take(i + 1))}, "
                        + $"already {Describe(existing!)}; write the key there");
            }
        }

        return table;
    }

    /// <summary>Sets a key that must be new.</summary>
    public void Add(TomlTable table, TomlKey key, TomlValue value)
    {
        if (table.Find(key.Name) is { } existing)
        {
            throw cursor.Error(key.Position, $"{TomlExcerpt.Of([key])} is already {Describe(existing)}; remove one of the two");
        }

        table.Add(key, value);
    }

    /// <summary>Refuses a container that <paramref name="depth"/> - 1 others enclose, where that is too deep.</summary>
    public void CheckDepth(int depth, TomlPosition position)
    {
        if (depth > TomlReader.MaxDepth)
        {
            throw cursor.Error(position, $"arrays and tables nest more than {TomlReader.MaxDepth} deep; flatten them");
        }
    }

    private TomlTable FindSuperTable(List<TomlKey> path)
    {
        TomlTable table = Root;
        for (int i = 0; i < path.Count - 1; i++)
        {
            TomlEntry? existing = table.Find(path[i].Name);
            table = existing?.Value switch
            {
                null => AddTable(table, path[i], path[i].Position, TomlTableOrigin.Implied),
                TomlTable { Origin: not TomlTableOrigin.Inline } found => found,
                TomlArray { IsOpen: true } array => (TomlTable)array.Items[^1],
                _ => throw cursor.Error(
                    path[i].Position,
                    $"[{TomlExcerpt.Of(path)}] cannot extend {TomlExcerpt.Of(path.Take(i + 1))}, "
                    + $"already {Describe(existing!)}; write the keys there"),
            };
        }

        return table;
    }

    private TomlTable AddTable(TomlTable parent, TomlKey key, TomlPosition position, TomlTableOrigin origin)
    {
        CheckDepth(parent.Depth + 1, key.Position);
        TomlTable table = new(position, origin, parent.Depth + 1);
        parent.Add(key, table);
        return table;
    }

    private static string Describe(TomlEntry existing) => existing.Value switch
    {
        TomlTable { Origin: TomlTableOrigin.Inline } => $"an inline table at {existing.KeyPosition}",
        TomlArray { IsOpen: true } => $"an array of tables at {existing.KeyPosition}",
        TomlTable => $"defined at {existing.Value.Position}",
        _ => $"set at {existing.KeyPosition}",
    };
}
