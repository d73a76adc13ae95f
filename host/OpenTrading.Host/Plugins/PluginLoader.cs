using System.Reflection;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Plugins;

/// <summary>Loads one plugin at a time. Whatever is wrong with it stays its own affair: the answer is a refused plugin with the reason.</summary>
/// <param name="contexts">What the plugin of an id may know of the host.</param>
/// <param name="admission">Who is let in.</param>
/// <param name="shadows">Where plugins are copied to.</param>
/// <param name="scripts">Makes assemblies of scripts.</param>
internal sealed class PluginLoader(Func<string, IPluginContext> contexts, PluginAdmission admission, ShadowCopies shadows, ScriptBuilder scripts)
{
    /// <summary>Checks a plugin, loads it and lets it register.</summary>
    public Plugin Load(PluginFile file)
    {
        var plugin = new Plugin(file);
        try
        {
            Assembly assembly = file.Kind == PluginKind.Script ? LoadScript(ref plugin) : LoadAssembly(ref plugin);
            Plugin loaded = plugin;
            return loaded with { Offers = ForeignCall.Run("its registration", () => Collect(loaded, assembly), loaded.Interrupt) };
        }
#pragma warning disable CA1031 // A plugin is foreign code: whatever it throws, the host and the other plugins go on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            bool isLeft = e is PluginException { NeedsRestart: true };
            return plugin.Without(isLeft ? PluginState.RestartNeeded : PluginState.Refused, PluginFault.Describe(e)) with { HasLeftThread = isLeft, Errors = ErrorsOf(e) };
        }
    }

    /// <summary>Checks a plugin as loading does, and runs nothing of it.</summary>
    public Plugin Examine(PluginFile file)
    {
        var plugin = new Plugin(file);
        try
        {
            if (file.Kind == PluginKind.Script)
            {
                Compile(ref plugin);
            }
            else
            {
                Admit(ref plugin);
            }

            return plugin;
        }
        catch (Exception e) when (e is PluginException or ScriptException or IOException or UnauthorizedAccessException)
        {
            return plugin with { State = PluginState.Refused, Why = PluginFault.Describe(e), Errors = ErrorsOf(e) };
        }
        finally
        {
            plugin.Unload();
        }
    }

    /// <summary>Hash of a plugin as it lies there; null when it cannot be read.</summary>
    public static string? Sha256Of(PluginFile file)
    {
        try
        {
            return file.Kind == PluginKind.Script ? Read(file).Sha256 : PluginDigest.OfFolder(file.Folder);
        }
        catch (Exception e) when (e is ScriptException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IReadOnlyList<ScriptError> ErrorsOf(Exception e) => e is ScriptException script ? script.Errors : [];

    // Everything that can be known of a plugin without running it. What is loaded afterwards is the copy that was looked at here.
    private PluginDependencies Admit(ref Plugin plugin)
    {
        PluginFile file = plugin.File;
        if (!File.Exists(file.Path))
        {
            throw new PluginException("it is not there; a plugin folder and its assembly have one name.");
        }

        string folder = file.Folder;
        if (!file.IsShipped)
        {
            folder = shadows.Take(folder);
            plugin = plugin with { Shadow = folder };
        }

        plugin = plugin with { Sha256 = PluginDigest.OfFolder(folder) };
        admission.CheckPin(file, plugin.Sha256);
        var dependencies = new PluginDependencies(Path.Combine(folder, Path.GetFileName(file.Path)));
        AssemblyFacts facts = PluginAdmission.Examine(dependencies);
        plugin = plugin with { Version = facts.Version.ToString(3), SdkVersion = facts.SdkVersion!.ToString(2) };
        return dependencies;
    }

    private Assembly LoadAssembly(ref Plugin plugin)
    {
        PluginDependencies dependencies = Admit(ref plugin);
        var loaded = new PluginLoadContext(plugin.Id, dependencies);
        plugin = plugin with { Context = loaded };
        return loaded.LoadFromAssemblyPath(dependencies.MainAssembly);
    }

    private ScriptImage Compile(ref Plugin plugin)
    {
        PluginFile file = plugin.File;
        ScriptSources sources = Read(file);
        plugin = plugin with
        {
            Sha256 = sources.Sha256,
            Version = sources.Sha256[..8],
            SdkVersion = PluginAdmission.SdkVersion.ToString(2),
            Sources = [.. sources.Files.Select(f => Path.Combine(file.Folder, f.Name.Replace('/', Path.DirectorySeparatorChar)))],
        };
        admission.CheckPin(file, sources.Sha256);

        // A pin speaks of the source. Whoever can write into the cache must not be able to run something else under it.
        return scripts.Build(sources, useCache: !admission.IsPinned(file.Id));
    }

    private static ScriptSources Read(PluginFile file) => ScriptReader.Read(file.Path, file.Folder, ShippedScripts.NameOf(file));

    private Assembly LoadScript(ref Plugin plugin)
    {
        ScriptImage image = Compile(ref plugin);
        var loaded = new PluginLoadContext(plugin.Id);
        plugin = plugin with { Context = loaded };
        using var code = new MemoryStream(image.Assembly);
        using var symbols = new MemoryStream(image.Symbols);
        Assembly assembly = loaded.LoadFromStream(code, symbols);
        plugin = plugin with { Interrupt = ScriptInterrupt.Of(assembly) is { } interrupt ? interrupt.Pulse : null };
        return assembly;
    }

    private PluginOffers Collect(Plugin plugin, Assembly assembly)
    {
        var registry = new PluginRegistry(contexts(plugin.Id), plugin);
        Type[] types = [.. assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false })];

        // A plugin that registers makes its objects itself; one without a class for that has them made.
        bool hasEntry = types.Any(t => t.IsAssignableTo(typeof(IPlugin)));
        foreach (Type type in types)
        {
            if ((type.IsAssignableTo(typeof(Strategy)) && type.IsDefined(typeof(StrategyAttribute)))
                || (type.IsAssignableTo(typeof(IRiskRule)) && type.IsDefined(typeof(RiskRuleAttribute)))
                || (type.IsAssignableTo(typeof(IIndicator)) && type.IsDefined(typeof(IndicatorAttribute))))
            {
                registry.Add(type);
            }
            else if (type.IsAssignableTo(typeof(IPlugin)))
            {
                ((IPlugin)Activator.CreateInstance(type)!).Register(registry);
            }
            else if (!hasEntry && type.GetConstructor(Type.EmptyTypes) is not null && type.GetMethods().Any(m => m.IsDefined(typeof(CapabilityAttribute))))
            {
                registry.AddCapabilities(Activator.CreateInstance(type)!);
            }
        }

        return registry.Offers.IsEmpty
            ? throw new PluginException("it offers nothing; mark a public strategy with [Strategy(\"id\")], a risk rule with [RiskRule(...)], an indicator with [Indicator(...)], a method with [Capability(...)], or implement IPlugin.")
            : registry.Offers;
    }
}
