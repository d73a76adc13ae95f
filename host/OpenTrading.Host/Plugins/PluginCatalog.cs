using OpenTrading.Sdk.Data;

namespace OpenTrading.Host.Plugins;

/// <summary>What the loaded plugins offer.</summary>
internal sealed class PluginCatalog
{
    private readonly Dictionary<string, StrategyDescriptor> _strategies = new(StringComparer.Ordinal);

    /// <summary>Strategies by id.</summary>
    public IReadOnlyDictionary<string, StrategyDescriptor> Strategies => _strategies;

    public List<IDataSource> Sources { get; } = [];

    public List<IBarImporter> BarImporters { get; } = [];

    public List<ITickImporter> TickImporters { get; } = [];

    /// <summary>Where the plugins live. A context that nobody holds begins to unload at the next collection and loads nothing any more.</summary>
    public List<PluginLoadContext> Contexts { get; } = [];

    /// <summary>Parts that could not be loaded, with the reason.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Offers a strategy.</summary>
    /// <exception cref="PluginException">The id is taken.</exception>
    public void Add(StrategyDescriptor strategy)
    {
        if (!_strategies.TryAdd(strategy.Id, strategy))
        {
            throw new PluginException($"strategy id '{strategy.Id}' is already offered by {_strategies[strategy.Id].Origin}; rename one.");
        }
    }
}
