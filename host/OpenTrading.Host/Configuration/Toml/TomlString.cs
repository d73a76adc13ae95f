namespace OpenTrading.Host.Configuration.Toml;

/// <summary>A text, with its escapes resolved and line ends as <c>\n</c>.</summary>
public sealed class TomlString : TomlValue
{
    internal TomlString(TomlPosition position, string value)
        : base(position) => Value = value;

    public string Value { get; }

    public override string TypeName => "string";
}
