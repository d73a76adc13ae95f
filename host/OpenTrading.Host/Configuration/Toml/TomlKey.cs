namespace OpenTrading.Host.Configuration.Toml;

/// <summary>One part of a key, unquoted, and where it stands.</summary>
internal readonly record struct TomlKey(string Name, TomlPosition Position);
