using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Conformance;

/// <summary>What the conformance suite calls, reads and asks for.</summary>
public sealed class ConformancePlugin : IPlugin
{
    public void Register(IPluginRegistry registry)
    {
        registry.AddCapabilities(new ContentTools());
        registry.AddCapabilities(new ClientTools());
        registry.AddCapabilities(new InputTools());
        registry.AddResource(Resources.Text);
        registry.AddResource(Resources.Binary);
        registry.AddResource(Resources.Template);
        registry.AddResource(Resources.Watched);
        registry.AddPrompt(Prompts.Simple);
        registry.AddPrompt(Prompts.WithArguments);
        registry.AddPrompt(Prompts.WithResource);
        registry.AddPrompt(Prompts.WithImage);
        registry.AddPrompt(Prompts.WithInput);
    }
}
