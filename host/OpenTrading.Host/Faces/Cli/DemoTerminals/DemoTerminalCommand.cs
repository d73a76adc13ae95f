using System.CommandLine;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;

namespace OpenTrading.Host.Faces.Cli.DemoTerminals;

/// <summary><c>opentrading demo-terminal</c></summary>
internal static class DemoTerminalCommand
{
    public static Command Build(CliOptions options)
    {
        var platform = new Option<string>("--platform") { Description = "mt5 or mt4. Default: mt5.", HelpName = "NAME", DefaultValueFactory = _ => "mt5" };
        platform.AcceptOnlyFromAmong("mt5", "mt4");
        var readOnly = new Option<bool>("--read-only") { Description = "Leave the expert's input AllowTrading off, as a fresh installation has it." };
        var further = new Argument<string[]>("OPTIONS") { Description = "Options of the emulator, after --; for all of them: demo-terminal -- --help.", DefaultValueFactory = _ => [] };
        return new Command("demo-terminal", "Run an emulated MetaTrader terminal with the real expert in it, connected to this home's host. Needs a C++ compiler.") { platform, readOnly, further }
            .Do(async (arguments, cancellationToken) =>
            {
                HostConfiguration configuration = options.Configuration(arguments);
                HomeFolder home = options.Home(arguments);
                var terminal = new DemoTerminal(home, arguments.GetValue(platform)!, options.Terminal(arguments));
                string program = await terminal.BuildAsync(cancellationToken).ConfigureAwait(false);
                return await terminal.RunAsync(program, configuration.MetaTrader, !arguments.GetValue(readOnly), arguments.GetValue(further)!, cancellationToken).ConfigureAwait(false);
            });
    }
}
