using System.Reflection;
using System.Runtime.ExceptionServices;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Kernel.Isolation;
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
    // Registering is naming one's parts; a plugin that works meanwhile is given up.
    private static readonly TimeSpan RegistrationLimit = TimeSpan.FromSeconds(5);

    /// <summary>Checks a plugin, loads it and lets it register.</summary>
    public Plugin Load(PluginFile file)
    {
        var plugin = new Plugin(file);
        try
        {
            Assembly assembly = file.Kind == PluginKind.Script ? LoadScript(ref plugin) : LoadAssembly(ref plugin);
            return plugin with { Offers = Register(file, assembly) };
        }
#pragma warning disable CA1031 // A plugin is foreign code: whatever it throws, the host and the other plugins go on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            plugin.Unload();
            return plugin with { State = PluginState.Refused, Why = PluginFault.Describe(e), Errors = ErrorsOf(e), Context = null, Shadow = null };
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

    private static IReadOnlyList<ScriptError> ErrorsOf(Exception e) => e is ScriptException script ? script.Errors : [];

    // Everything that can be known of a plugin without running it. What is loaded afterwards is the copy that was looked at here.
    private string Admit(ref Plugin plugin)
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
        string main = Path.Combine(folder, Path.GetFileName(file.Path));
        AssemblyFacts facts = PluginAdmission.Examine(main);
        plugin = plugin with { Version = facts.Version.ToString(3), SdkVersion = facts.SdkVersion!.ToString(2) };
        return main;
    }

    private Assembly LoadAssembly(ref Plugin plugin)
    {
        string main = Admit(ref plugin);
        var loaded = new PluginLoadContext(plugin.Id, main);
        plugin = plugin with { Context = loaded };
        return loaded.LoadFromAssemblyPath(main);
    }

    private ScriptImage Compile(ref Plugin plugin)
    {
        PluginFile file = plugin.File;
        ScriptSources sources = ScriptReader.Read(file.Path, file.Folder, ShippedScripts.NameOf(file));
        plugin = plugin with { Sha256 = sources.Sha256, Version = sources.Sha256[..8], SdkVersion = PluginAdmission.SdkVersion.ToString(2) };
        admission.CheckPin(file, sources.Sha256);

        // A pin speaks of the source. Whoever can write into the cache must not be able to run something else under it.
        return scripts.Build(sources, useCache: !admission.IsPinned(file.Id));
    }

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

    // Registration is foreign code too: one that does not return is left behind on its thread.
    private PluginOffers Register(PluginFile file, Assembly assembly)
    {
        using var watch = new WatchedThread($"registration of {file.Id}", RegistrationLimit);
        PluginOffers? offers = null;
        ExceptionDispatchInfo? thrown = null;
        CallResult result = watch.Run(() =>
        {
            try
            {
                offers = Collect(file, assembly);
            }
#pragma warning disable CA1031 // Thrown on below, on the thread that asked.
            catch (Exception e)
#pragma warning restore CA1031
            {
                thrown = ExceptionDispatchInfo.Capture(e);
            }
        });
        thrown?.Throw();
        return result.Outcome == CallOutcome.Returned
            ? offers!
            : throw new PluginException($"its registration did not return within {RegistrationLimit.TotalSeconds:0} s; restart to be rid of it, and name parts there without working.");
    }

    private PluginOffers Collect(PluginFile file, Assembly assembly)
    {
        var registry = new PluginRegistry(contexts(file.Id), file.Id, file.Path);
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
