using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Signals.Strategies;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Running;

/// <summary>The strategies of the plugins that are loaded now, for whoever asks them outside a session.</summary>
internal sealed class LoadedStrategies(PluginSet plugins, HostConfiguration configuration) : IStrategyCatalog
{
    public IReadOnlyList<StrategyOffer> All
    {
        get
        {
            PluginCatalog catalog = plugins.Catalog;
            return [.. catalog.Strategies.Values.OrderBy(s => s.Id, StringComparer.Ordinal).Select(s => Offer(s, catalog.Find(s.PluginId)!))];
        }
    }

    public IReadOnlyList<string> Voting => configuration.Run.Strategies;

    public StrategyOffer Require(string id)
    {
        PluginCatalog catalog = plugins.Catalog;
        if (!catalog.Strategies.TryGetValue(id, out StrategyDescriptor? strategy))
        {
            throw new CapabilityException(
                ErrorCode.NotFound,
                $"There is no strategy '{(id.Length > 40 ? id[..40] + "..." : id)}'",
                Suggestion.Nearest(id, catalog.Strategies.Keys) is { } guess ? $"Did you mean {guess}?" : "See list_strategies for the ids.");
        }

        StrategyOffer offer = Offer(strategy, catalog.Find(strategy.PluginId)!);
        return offer.Disabled is { } why
            ? throw new CapabilityException(ErrorCode.PluginError, $"strategy {id} is disabled: {why}", "Mend its file; the host then reads it anew.")
            : offer;
    }

    private StrategyOffer Offer(StrategyDescriptor strategy, Plugin plugin) => new()
    {
        Id = strategy.Id,
        Declaration = strategy.Declaration,
        Parameters = strategy.ParameterList,
        Kind = plugin.File.Kind == PluginKind.Script ? StrategyKind.Script : StrategyKind.Rule,
        PluginId = plugin.Id,
        Version = plugin.Version,
        Sha256 = plugin.Sha256,
        Configured = StrategyPicker.Configured(configuration, strategy.Id),
        Disabled = plugin.State == PluginState.Disabled ? plugin.Why : null,
        Interrupt = plugin.Interrupt,
        Failed = (why, needsRestart) => plugins.Fail(plugin.Id, $"strategy {strategy.Id}: {why}", needsRestart),
    };
}
