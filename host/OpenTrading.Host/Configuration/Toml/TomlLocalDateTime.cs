namespace OpenTrading.Host.Configuration.Toml;

/// <summary>A date and time of no stated zone. Fractions of a second beyond 100 ns are cut off.</summary>
public sealed class TomlLocalDateTime : TomlValue
{
    internal TomlLocalDateTime(TomlPosition position, DateTime value)
        : base(position) => Value = value;

    /// <summary>Of kind <see cref="DateTimeKind.Unspecified"/>.</summary>
    public DateTime Value { get; }

    public override string TypeName => "local date-time";
}
