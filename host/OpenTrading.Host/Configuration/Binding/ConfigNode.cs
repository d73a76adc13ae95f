using OpenTrading.Host.Configuration.Toml;

namespace OpenTrading.Host.Configuration.Binding;

/// <summary>A value of a configuration file under its full path.</summary>
internal sealed record ConfigNode(string[] Path, TomlValue Value, string File, TomlPosition KeyPosition)
{
    public string Key => string.Join('.', Path);

    public string Origin => $"{File}:{KeyPosition.Line}";
}
