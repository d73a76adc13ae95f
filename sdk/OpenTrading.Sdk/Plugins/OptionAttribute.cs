namespace OpenTrading.Sdk.Plugins;

/// <summary>A key of a configuration section, on a property whose initial value is the default.</summary>
/// <remarks>The property is a text, a whole number, a number, a flag, an enumeration, or a list of texts; nullable ones may be <c>none</c>.</remarks>
/// <param name="name">Name below its section, lower-case words joined by underscores.</param>
/// <param name="description">What it is, with its unit.</param>
[AttributeUsage(AttributeTargets.Property)]
public class OptionAttribute(string name, string description) : Attribute
{
    /// <summary>Name below its section.</summary>
    public string Name { get; } = name;

    /// <summary>What it is, with its unit.</summary>
    public string Description { get; } = description;

    /// <summary>Lowest allowed number.</summary>
    /// <value>Default none.</value>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Highest allowed number.</summary>
    /// <value>Default none.</value>
    public double Max { get; init; } = double.PositiveInfinity;
}
