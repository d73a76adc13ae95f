namespace OpenTrading.Host.Configuration.Binding;

/// <summary>Binds a property of <see cref="HostConfiguration"/> to a table of the configuration file.</summary>
/// <param name="name">Name of the table.</param>
/// <param name="description">What it is about.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConfigSectionAttribute(string name, string description) : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;
}
