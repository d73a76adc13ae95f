using System.CommandLine;
using System.Text.Json;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading plugins list|info|verify|reload</c></summary>
internal static class PluginsCommand
{
    public static Command Build(CliOptions options)
    {
        var id = new Argument<string>("id") { Description = "Plugin: the name of its folder or script." };
        var list = new Command("list", "Show every plugin and script: state, version, what it offers. Asks the running host, if there is one.");
        list.Do(async (arguments, cancellationToken) => List(options.Terminal(arguments), await RowsAsync(options, arguments, cancellationToken).ConfigureAwait(false)));
        var info = new Command("info", "Show everything about one plugin.") { id };
        info.Do(async (arguments, cancellationToken) =>
            Info(options.Terminal(arguments), arguments.GetRequiredValue(id), await RowsAsync(options, arguments, cancellationToken).ConfigureAwait(false)));
        var verify = new Command("verify", "Check pins, SDK versions and dependencies, and compile scripts; nothing of a plugin runs. Prints pins to paste.");
        verify.Do(arguments => PluginsVerify.Run(options, arguments));
        var reload = new Command("reload", "Let the running host read one plugin anew.") { id };
        reload.Do((arguments, cancellationToken) => ReloadAsync(options.Terminal(arguments), options.Home(arguments), arguments.GetRequiredValue(id), cancellationToken));
        return new Command("plugins", "Plugins and scripts.") { list, info, verify, reload };
    }

    private static async Task<IReadOnlyList<PluginRow>> RowsAsync(CliOptions options, ParseResult arguments, CancellationToken cancellationToken)
    {
        HomeFolder home = options.Home(arguments);
        if (HostLock.IsHeld(home) && await ControlChannel.AskAsync(home, ControlChannel.Plugins, cancellationToken).ConfigureAwait(false) is { } answer)
        {
            return JsonSerializer.Deserialize<PluginRow[]>(answer)!;
        }

        using PluginSet plugins = HostPlugins.Load(options.Configuration(arguments), home, TimeProvider.System);
        return [.. plugins.Catalog.Plugins.Select(PluginRow.Of)];
    }

    private static int List(Terminal terminal, IReadOnlyList<PluginRow> rows)
    {
        if (terminal.IsJson)
        {
            Terminal.Document(new { plugins = rows });
        }
        else
        {
            terminal.Table(["plugin", "kind", "state", "version", "offers"], rows.Select(r => (string[])[r.Id, r.Kind, r.State, r.Version, r.Offers]));
            foreach (PluginRow row in rows.Where(r => r.Why.Length > 0))
            {
                terminal.Line(row.Fault());
            }
        }

        return ExitCodes.Ok;
    }

    private static int Info(Terminal terminal, string id, IReadOnlyList<PluginRow> rows)
    {
        PluginRow row = rows.FirstOrDefault(r => r.Id == id) ?? throw new PluginException(
            $"plugin '{id}' is unknown; {(Suggestion.Nearest(id, rows.Select(r => r.Id)) is { } guess ? $"did you mean {guess}?" : "see 'opentrading plugins list'.")}");
        if (terminal.IsJson)
        {
            Terminal.Document(row);
            return ExitCodes.Ok;
        }

        terminal.Table(["", row.Id], [
            ["kind", row.Kind],
            ["state", row.State],
            ["version", row.Version],
            ["built for SDK", row.Sdk],
            ["SHA-256", row.Sha256],
            ["from", $"{row.Path}{(row.Shipped ? " (came with the program)" : "")}"],
            .. row.Why.Length > 0 ? (string[][])[["why", row.Why]] : [],
            ["strategies", string.Join(", ", row.Strategies)],
            ["risk rules", string.Join(", ", row.RiskRules)],
            ["sources", string.Join(", ", row.Sources)],
            ["importers", string.Join(", ", row.Importers)],
            ["capabilities", string.Join(", ", row.Capabilities)],
        ]);
        return ExitCodes.Ok;
    }

    private static async Task<int> ReloadAsync(Terminal terminal, HomeFolder home, string id, CancellationToken cancellationToken)
    {
        if (!HostLock.IsHeld(home))
        {
            throw new HomeException($"{home.Root}: no host runs in this home; the next start loads what is there.");
        }

        string answer = await ControlChannel.AskAsync(home, $"{ControlChannel.Reload} {id}", cancellationToken).ConfigureAwait(false)
            ?? throw new HomeException($"{home.Root}: the host of this home, process {HostLock.Holder(home)}, does not answer.");
        PluginReload reload = JsonSerializer.Deserialize<PluginReload>(answer)!;
        if (reload.IsRefused)
        {
            throw new PluginException(reload.Answer);
        }

        if (terminal.IsJson)
        {
            Terminal.Document(new { plugin = id, answer = reload.Answer });
        }

        terminal.Line(reload.Answer);
        return ExitCodes.Ok;
    }
}
