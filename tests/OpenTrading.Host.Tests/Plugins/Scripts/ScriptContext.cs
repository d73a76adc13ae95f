using System.Reflection;
using System.Runtime.Loader;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Tests.Plugins.Scripts;

/// <summary>A script, loaded as a plugin is: into a context that can be unloaded, with the SDK shared.</summary>
internal sealed class ScriptContext : AssemblyLoadContext, IDisposable
{
    public ScriptContext(ScriptImage image)
        : base("script", isCollectible: true)
    {
        using var assembly = new MemoryStream(image.Assembly);
        using var symbols = new MemoryStream(image.Symbols);
        LoadFromStream(assembly, symbols);
    }

    // Not a field: while it unloads, the runtime holds the context, and a context that holds its assembly would never be gone.
    public Assembly Assembly => Assemblies.Single();

    /// <summary>The script's strategy, with its defaults.</summary>
    public Strategy Create()
    {
        ConstructorInfo constructor = Assembly.GetExportedTypes().Single(t => t.GetCustomAttribute<StrategyAttribute>() is not null).GetConstructors().Single();
        return (Strategy)constructor.Invoke([.. constructor.GetParameters().Select(p => p.DefaultValue)]);
    }

    public void Dispose() => Unload();

    protected override Assembly? Load(AssemblyName assemblyName) => null;
}
