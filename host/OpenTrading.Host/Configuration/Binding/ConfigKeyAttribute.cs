using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Configuration.Binding;

/// <summary>A key of one of the host's own sections.</summary>
/// <param name="name">Name below its section, lower-case words joined by underscores.</param>
/// <param name="description">What it is, with its unit.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConfigKeyAttribute(string name, string description) : OptionAttribute(name, description)
{
    /// <summary>Environment variable of the earlier program that sets the same value.</summary>
    public string? SeedName { get; init; }

    /// <summary>Whether the seed variable means the opposite.</summary>
    public bool SeedInverted { get; init; }
}
