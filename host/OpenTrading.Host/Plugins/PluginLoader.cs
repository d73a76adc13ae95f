using System.Reflection;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Plugins;

/// <summary>Loads one plugin at a time. Whatever is wrong with it stays its own affair: the answer is a refused plugin with the reason.</summary>
internal sealed class PluginLoader(IPluginContext context, PluginAdmission admission, ShadowCopies shadows)
{
    /// <summary>Checks a plugin, loads it and lets it register.</summary>
    public Plugin Load(PluginFile file)
    {
        var plugin = new Plugin(file);
        try
        {
            Assembly assembly = LoadAssembly(ref plugin);
            return plugin with { Offers = Register(file, assembly) };
        }
#pragma warning disable CA1031 // A plugin is foreign code: whatever it throws, the host and the other plugins go on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            plugin.Unload();
            return plugin with { State = PluginState.Refused, Why = PluginFault.Describe(e), Context = null, Shadow = null };
        }
    }

    /// <summary>Checks a plugin as loading does, and runs nothing of it.</summary>
    public Plugin Examine(PluginFile file)
    {
        var plugin = new Plugin(file);
        try
        {
            Admit(ref plugin);
            return plugin;
        }
        catch (Exception e) when (e is PluginException or IOException or UnauthorizedAccessException)
        {
            return plugin with { State = PluginState.Refused, Why = PluginFault.Describe(e) };
        }
        finally
        {
            plugin.Unload();
        }
    }

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

    private PluginOffers Register(PluginFile file, Assembly assembly)
    {
        var registry = new PluginRegistry(context, file.Id, file.Path);
        foreach (Type type in assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            if ((type.IsAssignableTo(typeof(Strategy)) && type.IsDefined(typeof(StrategyAttribute)))
                || (type.IsAssignableTo(typeof(IRiskRule)) && type.IsDefined(typeof(RiskRuleAttribute))))
            {
                registry.Add(type);
            }
            else if (type.IsAssignableTo(typeof(IPlugin)))
            {
                ((IPlugin)Activator.CreateInstance(type)!).Register(registry);
            }
        }

        return registry.Offers.IsEmpty
            ? throw new PluginException("it offers nothing; mark a public strategy with [Strategy(\"id\")], a risk rule with [RiskRule(...)], or implement IPlugin.")
            : registry.Offers;
    }
}
