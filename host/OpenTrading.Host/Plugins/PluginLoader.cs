using System.Reflection;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Plugins;

/// <summary>Loads plugin folders: <c>NAME/NAME.dll</c> with its dependencies beside it. A folder that fails is reported and left out; the rest loads.</summary>
internal sealed class PluginLoader(IPluginContext context)
{
    /// <summary>Everything in the given parent folders, in order of name.</summary>
    public PluginCatalog Load(IEnumerable<string> parents)
    {
        var catalog = new PluginCatalog();
        foreach (string folder in parents.Where(Directory.Exists).SelectMany(p => Directory.GetDirectories(p).Order(StringComparer.Ordinal)))
        {
            string name = Path.GetFileName(folder);
            string assembly = Path.Combine(folder, name + ".dll");
            if (!File.Exists(assembly))
            {
                catalog.Faults.Add($"{folder}: {name}.dll is not in it; a plugin folder and its assembly have one name.");
                continue;
            }

            try
            {
                Load(assembly, catalog);
            }
#pragma warning disable CA1031 // A plugin is foreign code: whatever it throws, the host and the other plugins go on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                catalog.Faults.Add($"{assembly}: {Why(e)}");
            }
        }

        return catalog;
    }

    private static string Why(Exception e) => e switch
    {
        TargetInvocationException { InnerException: { } inner } => inner.Message,
        BadImageFormatException => "it is no .NET assembly, or a damaged one; replace or remove it.",
        _ => e.Message,
    };

    private void Load(string path, PluginCatalog catalog)
    {
        var loaded = new PluginLoadContext(path);
        catalog.Contexts.Add(loaded);
        Assembly assembly = loaded.LoadFile(path);
        var registry = new Registry(catalog, context, path);
        foreach (Type type in assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            if (type.IsAssignableTo(typeof(Strategy)) && type.GetCustomAttribute<StrategyAttribute>() is not null)
            {
                catalog.Add(StrategyDescriptor.Of(type, path));
            }
            else if (type.IsAssignableTo(typeof(IPlugin)))
            {
                ((IPlugin)Activator.CreateInstance(type)!).Register(registry);
            }
        }
    }

    private sealed class Registry(PluginCatalog catalog, IPluginContext context, string origin) : IPluginRegistry
    {
        public IPluginContext Context => context;

        public void AddStrategy<TStrategy>()
            where TStrategy : Strategy
        {
            // A marked strategy was found already; registering it besides says nothing new.
            StrategyDescriptor strategy = StrategyDescriptor.Of(typeof(TStrategy), origin);
            if (catalog.Strategies.GetValueOrDefault(strategy.Id)?.Type != strategy.Type)
            {
                catalog.Add(strategy);
            }
        }

        public void AddRiskRule<TRule>()
            where TRule : IRiskRule
        {
            // A rule that somebody counts on and nobody asks is worse than none: it is named wherever plugins are used.
            string id = typeof(TRule).GetCustomAttribute<RiskRuleAttribute>()?.Id ?? typeof(TRule).Name;
            catalog.Faults.Add($"{origin}: risk rule '{id}' is not asked: this version asks the built-in rules alone. Use their limits under [risk].");
        }

        public void AddDataSource(IDataSource source) => catalog.Sources.Add(source);

        public void AddBarImporter(IBarImporter importer) => catalog.BarImporters.Add(importer);

        public void AddTickImporter(ITickImporter importer) => catalog.TickImporters.Add(importer);
    }
}
