using System.Reflection;
using System.Runtime.Loader;

namespace OpenTrading.Host.Plugins;

/// <summary>A collectible context for one plugin: its own dependencies in its own versions, the SDK shared with the host.</summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    // Types that cross the border must be one type on both sides; everything else is the plugin's own affair.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal) { "OpenTrading.Sdk", "OpenTrading.Simulation" };

    private readonly AssemblyDependencyResolver? _resolver;

    /// <summary>A context for an assembly with its dependencies beside it.</summary>
    public PluginLoadContext(string name, string mainAssembly)
        : base(name, isCollectible: true) => _resolver = new AssemblyDependencyResolver(mainAssembly);

    /// <summary>A context for code that needs nothing but what the host shares.</summary>
    public PluginLoadContext(string name)
        : base(name, isCollectible: true)
    {
    }

    /// <summary>Whether the host's own copy of an assembly serves every plugin.</summary>
    public static bool IsShared(string name) => Shared.Contains(name);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is { } name && !IsShared(name) && _resolver?.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver?.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;
}
