using System.CommandLine;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Reference;
using OpenTrading.Host.Running;
using OpenTrading.Risk;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading config check</c> and <c>config reference</c></summary>
internal static class ConfigCommand
{
    public static Command Build(CliOptions options)
    {
        var check = new Command("check", "Read the configuration as the host would and show every effective setting with its origin.");
        check.Do(arguments =>
        {
            HostConfiguration configuration = options.Configuration(arguments);
            Terminal terminal = options.Terminal(arguments);
            if (configuration.PluginRules is { IsAwaited: true } || configuration.PluginSections.IsAwaited)
            {
                HostPlugins.Load(ref configuration, options.Home(arguments), TimeProvider.System).Dispose();
            }

            if (terminal.IsJson)
            {
                Terminal.Document(new
                {
                    file = configuration.File,
                    configHash = configuration.Risk.ConfigHash,
                    settings = configuration.Items.Select(i => new { i.Key, i.Value, i.Default, i.Origin }),
                    instruments = configuration.Instruments.Keys,
                });
                return ExitCodes.Ok;
            }

            terminal.Table(["key", "value", "default", "origin"], configuration.Items.Select(i => (string[])[i.Key, i.Value, i.Default, i.Origin]));
            terminal.Line($"{configuration.File} is sound: {configuration.Items.Count} settings, {configuration.Rules.Count} risk rules, {configuration.Instruments.Count} instruments");
            return ExitCodes.Ok;
        });
        var reference = new Command("reference", "Print every key with its default, range and meaning, as Markdown.");
        reference.Do(arguments =>
        {
            HostConfiguration configuration = options.Configuration(arguments);
            HostPlugins.Load(ref configuration, options.Home(arguments), TimeProvider.System).Dispose();
            options.Terminal(arguments).Line(ConfigurationReference.Of(BuiltInRules.Types, configuration.PluginSections.Declared).TrimEnd());
            return ExitCodes.Ok;
        });
        return new Command("config", "The configuration.") { check, reference };
    }
}
