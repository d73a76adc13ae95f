namespace OpenTrading.Host.Configuration.Toml;

/// <summary>An instant with the offset it was written in. Fractions of a second beyond 100 ns are cut off.</summary>
public sealed class TomlOffsetDateTime : TomlValue
{
    internal TomlOffsetDateTime(TomlPosition position, DateTimeOffset value)
        : base(position) => Value = value;

    public DateTimeOffset Value { get; }

    public override string TypeName => "offset date-time";
}
