namespace OpenTrading.Host.Configuration.Toml;

/// <summary>A calendar date of no stated zone.</summary>
public sealed class TomlLocalDate : TomlValue
{
    internal TomlLocalDate(TomlPosition position, DateOnly value)
        : base(position) => Value = value;

    public DateOnly Value { get; }

    public override string TypeName => "local date";
}
