namespace OpenTrading.Host.Configuration.Toml;

/// <summary>A whole number of 64 bits, written in decimal, hexadecimal, octal or binary.</summary>
public sealed class TomlInteger : TomlValue
{
    internal TomlInteger(TomlPosition position, long value)
        : base(position) => Value = value;

    public long Value { get; }

    public override string TypeName => "integer";
}
