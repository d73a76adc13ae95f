using System.Reflection;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Plugins;

/// <summary>Decides whether a plugin may be loaded, before any code of it runs.</summary>
/// <param name="pins">Expected SHA-256 by plugin id.</param>
/// <param name="requirePins">Whether a plugin of the home without a pin is refused.</param>
internal sealed class PluginAdmission(IReadOnlyDictionary<string, string> pins, bool requirePins)
{
    // The host's own libraries are its affair: a plugin brings what it needs besides .NET and the SDK, in the version that it wants.
    private static readonly HashSet<string> Runtime = new(
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator).Where(IsOfDotNet).Select(p => Path.GetFileNameWithoutExtension(p)),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Version of the SDK that this host shares with its plugins.</summary>
    public static Version SdkVersion { get; } = typeof(Strategy).Assembly.GetName().Version!;

    /// <summary>Whether a plugin is pinned: then nothing but the pinned bytes may run, no cached result of them either.</summary>
    public bool IsPinned(string id) => pins.ContainsKey(id);

    /// <summary>Compares what is about to be loaded with its pin.</summary>
    /// <exception cref="PluginException">It is not what was pinned, or a pin is required and missing.</exception>
    public void CheckPin(PluginFile file, string sha256)
    {
        if (pins.TryGetValue(file.Id, out string? pin))
        {
            if (!string.Equals(pin, sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new PluginException($"its SHA-256 is {sha256}, pinned is {pin}; restore the pinned files, or pin the new ones under [plugins.pins] after reading them.");
            }
        }
        else if (requirePins && !file.IsShipped)
        {
            throw new PluginException($"it has no pin and plugins.require_pins is true; add {file.Id} = \"{sha256}\" under [plugins.pins] after reading it.");
        }
    }

    /// <summary>Reads an assembly's metadata and checks that this host can serve it.</summary>
    /// <param name="dependencies">The plugin with what it brings along.</param>
    /// <exception cref="PluginException">It is no assembly, was built for another SDK, or lacks a dependency.</exception>
    public static AssemblyFacts Examine(PluginDependencies dependencies)
    {
        AssemblyFacts facts = AssemblyFacts.Read(dependencies.MainAssembly);
        Version built = facts.SdkVersion ?? throw new PluginException("it references no OpenTrading.Sdk, so it is no plugin; remove it, or build it with the OpenTrading.Sdk package.");
        if (built.Major != SdkVersion.Major || built.Minor > SdkVersion.Minor)
        {
            throw new PluginException(
                $"it was built for OpenTrading.Sdk {built.ToString(2)}, this host has {SdkVersion.ToString(2)}; {(built > SdkVersion ? "update the host, or build it" : "build it anew")} against {SdkVersion.ToString(2)}.");
        }

        Check(facts, dependencies, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        return facts;
    }

    // A dependency that is missing would show only when its first type is used, perhaps in the middle of a bar.
    private static void Check(AssemblyFacts facts, PluginDependencies dependencies, HashSet<string> seen)
    {
        foreach (AssemblyName needed in facts.References.Where(r => seen.Add(r.Name!) && !PluginLoadContext.IsShared(r.Name!)))
        {
            if (dependencies.Find(needed) is { } brought)
            {
                Check(Read(brought), dependencies, seen);
            }
            else if (!Runtime.Contains(needed.Name!))
            {
                throw new PluginException($"it needs {needed.Name}.dll, which is neither beside it nor part of .NET; copy the whole drop-in folder of the build.");
            }
        }
    }

    private static AssemblyFacts Read(string dependency)
    {
        try
        {
            return AssemblyFacts.Read(dependency);
        }
        catch (PluginException)
        {
            throw new PluginException($"{Path.GetFileName(dependency)}, which it needs, is no .NET assembly, or a damaged one; copy the whole drop-in folder of the build.");
        }
    }

    // A host that was published with its runtime has both in one folder.
    private static bool IsOfDotNet(string path) =>
        !path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) || typeof(object).Assembly.Location.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal);
}
