namespace OpenTrading.Host.Configuration.Toml;

/// <summary>Keys and their values, in the order in which the file first names them.</summary>
public sealed class TomlTable : TomlValue
{
    private readonly OrderedDictionary<string, TomlEntry> _entries = new(StringComparer.Ordinal);

    internal TomlTable(TomlPosition position, TomlTableOrigin origin, int depth)
        : base(position)
    {
        Origin = origin;
        Depth = depth;
    }

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<TomlEntry> Entries => _entries.Values;

    public override string TypeName => "table";

    internal TomlTableOrigin Origin { get; private set; }

    /// <summary>Containers around this table; 0 for the root.</summary>
    internal int Depth { get; }

    /// <summary>The entry of <paramref name="key"/>, letter case included; null where the table has none.</summary>
    public TomlEntry? Find(string key) => _entries.GetValueOrDefault(key);

    internal void Add(TomlKey key, TomlValue value) => _entries.Add(key.Name, new TomlEntry(key.Name, key.Position, value));

    /// <summary>An implied table is written out after all.</summary>
    internal void Define(TomlTableOrigin origin, TomlPosition position)
    {
        Origin = origin;
        Position = position;
    }
}
