namespace OpenTrading.Sdk.Plugins;

/// <summary>
/// Names the section of the configuration that a record of options is bound to: <c>[plugins.NAME]</c>, or <c>[NAME]</c> where the host keeps that
/// section for the area, as it does for <c>research</c> and <c>metatrader</c>.
/// </summary>
/// <param name="name">Lower-case name, unique among plugins.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PluginOptionsAttribute(string name) : Attribute
{
    /// <summary>Name of the section.</summary>
    public string Name { get; } = name;
}
