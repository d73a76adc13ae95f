namespace OpenTrading.Host.Configuration.Toml;

/// <summary>A time of day of no stated date or zone. Fractions of a second beyond 100 ns are cut off.</summary>
public sealed class TomlLocalTime : TomlValue
{
    internal TomlLocalTime(TomlPosition position, TimeOnly value)
        : base(position) => Value = value;

    public TimeOnly Value { get; }

    public override string TypeName => "local time";
}
