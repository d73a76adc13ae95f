namespace OpenTrading.Host.Configuration.Binding;

/// <summary>A key of a configuration section, on a property whose initial value is the default.</summary>
/// <param name="name">Name below its section, lower-case words joined by underscores.</param>
/// <param name="description">What it is, with its unit.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConfigKeyAttribute(string name, string description) : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>Lowest allowed number.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Highest allowed number.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Environment variable of the earlier program that sets the same value.</summary>
    public string? SeedName { get; init; }

    /// <summary>Whether the seed variable means the opposite.</summary>
    public bool SeedInverted { get; init; }
}
