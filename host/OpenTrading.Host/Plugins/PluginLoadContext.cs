using System.Reflection;
using System.Runtime.Loader;

namespace OpenTrading.Host.Plugins;

/// <summary>
/// A collectible context for one plugin folder: its own dependencies in its own versions, the SDK shared with the host, files left unlocked.
/// </summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    // Types that cross the border must be one type on both sides; everything else is the plugin's own affair.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal) { "OpenTrading.Sdk", "OpenTrading.Simulation" };

    private readonly AssemblyDependencyResolver _resolver;

    public PluginLoadContext(string mainAssembly)
        : base(Path.GetFileNameWithoutExtension(mainAssembly), isCollectible: true) => _resolver = new AssemblyDependencyResolver(mainAssembly);

    /// <summary>Loads an assembly from its bytes, so that the file can be replaced while it is in use.</summary>
    public Assembly LoadFile(string path)
    {
        using var assembly = new MemoryStream(File.ReadAllBytes(path));
        string symbols = Path.ChangeExtension(path, ".pdb");
        if (!File.Exists(symbols))
        {
            return LoadFromStream(assembly);
        }

        using var pdb = new MemoryStream(File.ReadAllBytes(symbols));
        return LoadFromStream(assembly, pdb);
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is { } name && !Shared.Contains(name) && _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFile(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;
}
