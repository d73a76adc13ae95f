using System.Reflection;
using System.Runtime.Loader;

namespace OpenTrading.Host.Plugins;

/// <summary>What a plugin brings along: the assemblies and native libraries its dependency file names, and whatever else lies beside it.</summary>
internal sealed class PluginDependencies
{
    private readonly AssemblyDependencyResolver _resolver;

    /// <summary>Reads the dependency file of an assembly, where it has one.</summary>
    /// <exception cref="PluginException">The file cannot be understood.</exception>
    public PluginDependencies(string mainAssembly)
    {
        MainAssembly = mainAssembly;
        try
        {
            _resolver = new AssemblyDependencyResolver(mainAssembly);
        }
        catch (InvalidOperationException)
        {
            throw new PluginException($"its {Path.GetFileNameWithoutExtension(mainAssembly)}.deps.json cannot be understood; copy the whole drop-in folder of the build.");
        }
    }

    /// <summary>The plugin's own assembly.</summary>
    public string MainAssembly { get; }

    /// <summary>Where an assembly lies; null when the plugin does not bring it.</summary>
    public string? Find(AssemblyName name) =>
        _resolver.ResolveAssemblyToPath(name)
        ?? (Path.Combine(Path.GetDirectoryName(MainAssembly)!, name.Name + ".dll") is var beside && File.Exists(beside) ? beside : null);

    /// <summary>Where a native library lies; null when the plugin does not bring it.</summary>
    public string? FindNative(string name) => _resolver.ResolveUnmanagedDllToPath(name);
}
