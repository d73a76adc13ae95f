namespace NamespaceOfTheName;

/// <summary>Tells the host what this assembly offers. A strategy needs no line here; its attribute is enough.</summary>
public sealed class ClassOfTheNamePlugin : IPlugin
{
    public void Register(IPluginRegistry registry) => registry.AddRiskRule<EntryHoursRule>();
}
