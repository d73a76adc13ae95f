namespace OpenTrading.Host.Configuration.Toml;

/// <summary>A key of a table and its value.</summary>
/// <param name="Key">The key, unquoted; one part of a dotted key.</param>
/// <param name="KeyPosition">Where the key first stands in the file.</param>
/// <param name="Value">Its value.</param>
public sealed record TomlEntry(string Key, TomlPosition KeyPosition, TomlValue Value);
