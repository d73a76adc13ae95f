namespace OpenTrading.Host.Configuration.Toml;

/// <summary>A value of a TOML file, with the place where it stands.</summary>
public abstract class TomlValue
{
    private protected TomlValue(TomlPosition position) => Position = position;

    /// <summary>First character of the value; of a header's table its bracket, of one a longer key implies its part of that key.</summary>
    public TomlPosition Position { get; private protected set; }

    /// <summary>The type as TOML calls it, for messages: <c>string</c>, <c>integer</c>, <c>local date</c>.</summary>
    public abstract string TypeName { get; }
}
