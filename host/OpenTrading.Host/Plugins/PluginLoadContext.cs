using System.Reflection;
using System.Runtime.Loader;

namespace OpenTrading.Host.Plugins;

/// <summary>A collectible context for one plugin: its own dependencies in its own versions, the SDK shared with the host.</summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    // Types that cross the border must be one type on both sides; everything else is the plugin's own affair.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal) { "OpenTrading.Sdk", "OpenTrading.Simulation" };

    private readonly PluginDependencies? _dependencies;

    /// <summary>A context for an assembly with what it brings along.</summary>
    public PluginLoadContext(string name, PluginDependencies dependencies)
        : base(name, isCollectible: true) => _dependencies = dependencies;

    /// <summary>A context for code that needs nothing but what the host shares.</summary>
    public PluginLoadContext(string name)
        : base(name, isCollectible: true)
    {
    }

    /// <summary>Whether the host's own copy of an assembly serves every plugin.</summary>
    public static bool IsShared(string name) => Shared.Contains(name);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is { } name && !IsShared(name) && _dependencies?.Find(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _dependencies?.FindNative(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;
}
