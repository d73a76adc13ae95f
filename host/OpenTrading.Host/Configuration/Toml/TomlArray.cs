namespace OpenTrading.Host.Configuration.Toml;

/// <summary>A list of values, which may differ in type.</summary>
public sealed class TomlArray : TomlValue
{
    private readonly List<TomlValue> _items = [];

    internal TomlArray(TomlPosition position, bool isOpen)
        : base(position) => IsOpen = isOpen;

    /// <summary>The values in the order of the file.</summary>
    public IReadOnlyList<TomlValue> Items => _items;

    public override string TypeName => "array";

    /// <summary>Built by <c>[[headers]]</c>, so another header may add a table; an array written in brackets is complete.</summary>
    internal bool IsOpen { get; }

    internal void Add(TomlValue item) => _items.Add(item);
}
