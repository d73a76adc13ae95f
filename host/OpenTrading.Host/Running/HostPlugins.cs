using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Kernel.Isolation;

namespace OpenTrading.Host.Running;

/// <summary>The plugins a host works with: those shipped beside the program, then the home's own.</summary>
internal static class HostPlugins
{
    /// <summary>Where they lie.</summary>
    public static PluginRoots Roots(HomeFolder home) => new(Shipped, [home.Plugins, home.Strategies]);

    /// <summary>Where those lie that came with the program.</summary>
    public static PluginRoots ShippedRoots => new(Shipped, []);

    private static string[] Shipped => [Path.Combine(AppContext.BaseDirectory, "plugins"), Path.Combine(AppContext.BaseDirectory, "strategies")];

    /// <summary>Loads them all.</summary>
    public static PluginSet Load(HostConfiguration configuration, HomeFolder home, TimeProvider clock) =>
        Load(configuration, home, new PluginServices(configuration, home, clock));

    /// <summary>Checks them all and runs nothing of them.</summary>
    public static IReadOnlyList<Plugin> Examine(HostConfiguration configuration, HomeFolder home)
    {
        using var shadows = new ShadowCopies();
        PluginLoader loader = Loader(configuration, home, new PluginServices(configuration, home, TimeProvider.System), shadows);
        return Roots(home).Find().Select(loader.Examine).Aggregate(PluginCatalog.Empty, (catalog, plugin) => catalog.Joined(plugin)).Plugins;
    }

    /// <summary>Loads them all and completes the configuration with the rules they bring.</summary>
    /// <param name="configuration">Completed when this returns.</param>
    /// <param name="home">Whose plugins.</param>
    /// <param name="clock">Market time.</param>
    /// <exception cref="ConfigurationException">A required plugin is not there, or a limit or section belongs to no plugin.</exception>
    public static PluginSet Load(ref HostConfiguration configuration, HomeFolder home, TimeProvider clock) =>
        Load(ref configuration, home, new PluginServices(configuration, home, clock));

    /// <summary>Likewise those that a command needs; all of them where a strategy is not among these.</summary>
    /// <param name="configuration">Completed when this returns.</param>
    /// <param name="home">Whose plugins.</param>
    /// <param name="clock">Market time.</param>
    /// <param name="needs">What the command needs.</param>
    /// <exception cref="ConfigurationException">A required plugin is not there, or a limit or section belongs to no plugin.</exception>
    public static PluginSet Load(ref HostConfiguration configuration, HomeFolder home, TimeProvider clock, PluginNeeds needs)
    {
        HostConfiguration whole = configuration;
        PluginSet plugins = Load(ref configuration, home, new PluginServices(configuration, home, clock), needs: needs);
        if (needs.Strategies.All(plugins.Catalog.Strategies.ContainsKey))
        {
            return plugins;
        }

        plugins.Dispose();
        configuration = whole;
        return Load(ref configuration, home, clock);
    }

    /// <summary>Likewise, for a host that stays.</summary>
    /// <param name="configuration">Completed when this returns.</param>
    /// <param name="home">Whose plugins.</param>
    /// <param name="services">What they are given.</param>
    /// <param name="watch">Where their rules are asked; null asks them inline, as replays must.</param>
    /// <param name="needs">What is needed of them; null loads them all.</param>
    /// <exception cref="ConfigurationException">A required plugin is not there, or a limit or section belongs to no plugin.</exception>
    public static PluginSet Load(ref HostConfiguration configuration, HomeFolder home, PluginServices services, WatchedThread? watch = null, PluginNeeds? needs = null)
    {
        PluginSet plugins = Load(configuration, home, services, needs);
        try
        {
            CheckRequired(configuration, plugins.Catalog);
            configuration = configuration.PluginRules?.Bind(configuration, plugins.Catalog, watch) ?? configuration;
            return plugins;
        }
        catch
        {
            plugins.Dispose();
            throw;
        }
    }

    private static PluginSet Load(HostConfiguration configuration, HomeFolder home, PluginServices services, PluginNeeds? needs = null)
    {
        var plugins = new PluginSet(
            Roots(home),
            shadows => Loader(configuration, home, services, shadows),
            new PluginSwitches(home.PluginsOff),
            file => needs is not null && !configuration.Plugins.Required.Contains(file.Id) && !needs.MayBeServedBy(file));
        services.Plugins = () => plugins.Catalog;
        return plugins;
    }

    private static PluginLoader Loader(HostConfiguration configuration, HomeFolder home, PluginServices services, ShadowCopies shadows) => new(
        services.For,
        new PluginAdmission(configuration.Pins, configuration.Plugins.RequirePins),
        shadows,
        new ScriptBuilder(home.ScriptCache, ShippedScripts.Cache));

    private static void CheckRequired(HostConfiguration configuration, PluginCatalog plugins)
    {
        ConfigError[] missing =
        [
            .. configuration.Plugins.Required
                .Where(id => plugins.Find(id) is not { IsUsable: true })
                .Select(id => new ConfigError(configuration.File, null, $"plugins.required: {id} is {plugins.Find(id)?.Why ?? "not there; drop it into the home, or remove it from the list"}")),
        ];
        if (missing.Length > 0)
        {
            throw new ConfigurationException(missing);
        }
    }
}
