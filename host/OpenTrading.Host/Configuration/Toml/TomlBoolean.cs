namespace OpenTrading.Host.Configuration.Toml;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class TomlBoolean : TomlValue
{
    internal TomlBoolean(TomlPosition position, bool value)
        : base(position) => Value = value;

    public bool Value { get; }

    public override string TypeName => "boolean";
}
