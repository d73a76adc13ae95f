using System.CommandLine;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading plugins verify</c></summary>
internal static class PluginsVerify
{
    public static int Run(CliOptions options, ParseResult arguments)
    {
        Terminal terminal = options.Terminal(arguments);
        HostConfiguration configuration = options.Configuration(arguments);
        IReadOnlyList<Plugin> plugins = HostPlugins.Examine(configuration, options.Home(arguments));
        if (terminal.IsJson)
        {
            Terminal.Document(new
            {
                plugins = plugins.Select(p => new { p.Id, p.IsUsable, pinned = configuration.Pins.ContainsKey(p.Id), p.Version, sdk = p.SdkVersion, p.Sha256, path = p.File.Path, p.Why }),
            });
        }
        else
        {
            terminal.Table(["plugin", "verdict", "pinned", "SDK", "SHA-256"], plugins.Select(p => (string[])
            [
                p.Id, p.IsUsable ? "sound" : "refused", configuration.Pins.ContainsKey(p.Id) ? "yes" : "no", p.SdkVersion, p.Sha256,
            ]));
            foreach (string fault in plugins.Select(p => p.Fault).OfType<string>())
            {
                terminal.Line(fault);
            }

            Plugin[] own = [.. plugins.Where(p => p is { IsUsable: true, File.IsShipped: false } && !configuration.Pins.ContainsKey(p.Id))];
            if (own.Length > 0)
            {
                terminal.Line();
                terminal.Line("Pin what you have read, and nothing else runs under its name:");
                terminal.Line("[plugins.pins]");
                foreach (Plugin plugin in own)
                {
                    terminal.Line($"\"{plugin.Id}\" = \"{plugin.Sha256}\"");
                }
            }
        }

        return plugins.All(p => p.IsUsable) ? ExitCodes.Ok : ExitCodes.Validation;
    }
}
