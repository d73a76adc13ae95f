using System.CommandLine;
using System.Globalization;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading strategies list|describe</c></summary>
internal static class StrategiesCommand
{
    public static Command Build(CliOptions options)
    {
        var list = new Command("list", "Show every strategy that can be run.");
        list.Do(arguments => With(options, arguments, catalog => List(options.Terminal(arguments), catalog)));
        var id = new Argument<string>("id") { Description = "Strategy, such as sma-cross." };
        var describe = new Command("describe", "Show one strategy with its parameters, defaults and ranges.") { id };
        describe.Do(arguments => With(options, arguments, catalog => Describe(options.Terminal(arguments), catalog.Strategy(arguments.GetRequiredValue(id)))));
        return new Command("strategies", "Strategies of plugins and scripts.") { list, describe };
    }

    private static int With(CliOptions options, ParseResult arguments, Action<PluginCatalog> show)
    {
        using PluginSet plugins = HostPlugins.Load(options.Configuration(arguments), options.Home(arguments), TimeProvider.System);
        Terminal.NotLoaded(plugins.Catalog.Faults);
        show(plugins.Catalog);
        return ExitCodes.Ok;
    }

    private static void List(Terminal terminal, PluginCatalog catalog)
    {
        StrategyDescriptor[] strategies = [.. catalog.Strategies.Values.OrderBy(s => s.Id, StringComparer.Ordinal)];
        if (terminal.IsJson)
        {
            Terminal.Document(new { strategies = strategies.Select(Document) });
            return;
        }

        terminal.Table(["strategy", "plugin", "parameters", "description"], strategies.Select(s => (string[])
        [
            s.Id, s.PluginId, string.Join(", ", s.Parameters.Select(p => p.HasDefault ? $"{p.Name}={p.Default}" : p.Name)), s.Description,
        ]));
    }

    private static void Describe(Terminal terminal, StrategyDescriptor strategy)
    {
        if (terminal.IsJson)
        {
            Terminal.Document(Document(strategy));
            return;
        }

        terminal.Line($"{strategy.Id}: {strategy.Description}");
        terminal.Line($"of plugin {strategy.PluginId}, {strategy.Origin}");
        terminal.Table(["parameter", "kind", "default", "from", "to", "step", "description"], strategy.Parameters.Select(p => (string[])
        [
            p.Name, p.Kind, p.Default, Number(p.Range?.Min), Number(p.Range?.Max), Number(p.Range?.Step), p.Range?.Description ?? "",
        ]));
        terminal.Line($"next: opentrading replay --symbol EURUSD --timeframe H1 --strategy {strategy.Id}");
    }

    private static object Document(StrategyDescriptor strategy) => new
    {
        id = strategy.Id,
        description = strategy.Description,
        plugin = strategy.PluginId,
        origin = strategy.Origin,
        parameters = strategy.Parameters.Select(p => new
        {
            name = p.Name,
            kind = p.Kind,
            @default = p.HasDefault ? p.Default : null,
            min = p.Range?.Min,
            max = p.Range?.Max,
            step = p.Range?.Step,
            description = p.Range?.Description,
        }),
    };

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
