namespace OpenTrading.Host.Configuration.Toml;

/// <summary>A place in a TOML file, as editors count it.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters (UTF-16 units; a tab is one), from 1.</param>
public readonly record struct TomlPosition(int Line, int Column)
{
    /// <summary>The first character of a file, 1:1.</summary>
    public static TomlPosition Start { get; } = new(1, 1);

    /// <summary><c>line:column</c>.</summary>
    public override string ToString() => $"{Line}:{Column}";
}
