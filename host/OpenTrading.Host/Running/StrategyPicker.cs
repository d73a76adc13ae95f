using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Sessions;

namespace OpenTrading.Host.Running;

/// <summary>Builds the strategies of a session from plugins, configuration and command line.</summary>
internal sealed class StrategyPicker(PluginCatalog plugins, HostConfiguration configuration)
{
    /// <summary>Builds strategies by id.</summary>
    /// <param name="ids">Ids, in voting order.</param>
    /// <param name="sets">Parameter values as <c>STRATEGY.PARAMETER=VALUE</c>, or <c>PARAMETER=VALUE</c> when one strategy runs.</param>
    /// <param name="description">What was built with which parameters, for the record.</param>
    /// <exception cref="PluginException">An id or parameter is unknown, or a value is outside its range.</exception>
    public IReadOnlyList<NamedStrategy> Pick(IReadOnlyList<string> ids, IReadOnlyList<string> sets, out JournalArray description)
    {
        if (ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } repeated)
        {
            throw new PluginException($"strategy '{repeated.Key}' is named {repeated.Count()} times; name it once, its vote would count twice.");
        }

        Dictionary<string, Dictionary<string, string>> values = ids.ToDictionary(id => id, id => Configured(configuration, id), StringComparer.Ordinal);
        foreach (string set in sets)
        {
            Apply(set, ids, values);
        }

        description = [];
        var strategies = new List<NamedStrategy>();
        foreach (string id in ids)
        {
            StrategyDescriptor strategy = plugins.Strategy(id);
            Plugin plugin = plugins.Find(strategy.PluginId)!;
            strategies.Add(new NamedStrategy(
                id, strategy.Create(values[id], out IReadOnlyList<KeyValuePair<string, string>> effective), Interrupt: plugin.Interrupt));
            var parameters = new JournalPayload();
            foreach ((string name, string value) in effective)
            {
                parameters[name] = value;
            }

            // The code decides as much as its parameters do.
            description.Add(new JournalPayload { ["strategyId"] = id, ["parameters"] = parameters, ["plugin"] = plugin.Id, ["sha256"] = plugin.Sha256 });
        }

        return strategies;
    }

    /// <summary>Values of a strategy's parameters that the configuration sets, as text by name.</summary>
    public static Dictionary<string, string> Configured(HostConfiguration configuration, string id) =>
        configuration.Strategies.TryGetValue(id, out IReadOnlyDictionary<string, ConfigNode>? nodes)
            ? nodes.ToDictionary(n => n.Key, n => ConfigConvert.TextOf(n.Value.Value), StringComparer.Ordinal)
            : new(StringComparer.Ordinal);

    private static void Apply(string set, IReadOnlyList<string> ids, Dictionary<string, Dictionary<string, string>> values)
    {
        string[] sides = set.Split('=', 2);
        if (sides.Length != 2 || sides[0].Length == 0)
        {
            throw new PluginException($"'{set}' sets nothing; write NAME=VALUE or STRATEGY.NAME=VALUE.");
        }

        int dot = sides[0].IndexOf('.', StringComparison.Ordinal);
        string id = dot > 0 ? sides[0][..dot] : ids.Count == 1 ? ids[0] : "";
        if (!values.TryGetValue(id, out Dictionary<string, string>? of))
        {
            throw new PluginException($"'{set}' names no strategy of this run; write STRATEGY.NAME=VALUE with one of {string.Join(", ", ids)}.");
        }

        of[sides[0][(dot + 1)..]] = sides[1];
    }
}
