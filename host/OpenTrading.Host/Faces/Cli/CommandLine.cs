using System.CommandLine;
using System.CommandLine.Invocation;
using OpenTrading.Host.Faces.Cli.Approvals;
using OpenTrading.Host.Faces.Cli.Backtests;
using OpenTrading.Host.Faces.Cli.DemoTerminals;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>The command line: one file a command.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] arguments)
    {
        var options = new CliOptions();
        var root = new RootCommand("Trading host between an AI and a MetaTrader account. The AI proposes, the risk gate decides, a human approves.");
        options.AddTo(root);
        Command run = RunCommand.Build(options);
        root.Add(run);
        root.Add(McpCommand.Build(options));
        root.Add(ImportCommand.Build(options));
        root.Add(ReplayCommand.Build(options));
        root.Add(BacktestCommand.Build(options));
        root.Add(DataCommand.Build(options));
        root.Add(StrategiesCommand.Build(options));
        root.Add(ScriptsCommand.Build(options));
        root.Add(PluginsCommand.Build(options));
        root.Add(ConfigCommand.Build(options));
        root.Add(AuditCommand.Build(options));
        root.Add(CallCommand.Build(options));
        root.Add(TokenCommand.Build(options));
        root.Add(OperatorCommand.Build(options));
        root.Add(ApprovalsCommand.Build(options));
        root.Add(KillSwitchCommand.Build(options));
        root.Add(TlsCommand.Build(options));
        root.Add(CompletionCommand.Build());
        root.Add(StopCommand.Build(options));
        root.Add(DoctorCommand.Build(options));
        root.Add(DemoTerminalCommand.Build(options));

        // Without a command the host runs: the first thing a new user types must do something.
        root.SetAction((result, cancellationToken) => RunCommand.ExecuteAsync(options, result, cancellationToken));
        ParseResult parsed = root.Parse(arguments);
        return parsed.Action is ParseErrorAction
            ? Task.FromResult(UsageErrors.Print(parsed))
            : parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
