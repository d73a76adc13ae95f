using System.CommandLine;
using System.CommandLine.Invocation;
using OpenTrading.Host.Faces.Cli.Approvals;
using OpenTrading.Host.Faces.Cli.Backtests;
using OpenTrading.Host.Faces.Cli.DemoTerminals;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>The command line: one file a command.</summary>
internal static class CommandLine
{
    private static readonly (string Name, Func<CliOptions, Command> Build)[] Commands =
    [
        ("run", RunCommand.Build),
        ("mcp", McpCommand.Build),
        ("import", ImportCommand.Build),
        ("replay", ReplayCommand.Build),
        ("backtest", BacktestCommand.Build),
        ("data", DataCommand.Build),
        ("strategies", StrategiesCommand.Build),
        ("scripts", ScriptsCommand.Build),
        ("plugins", PluginsCommand.Build),
        ("config", ConfigCommand.Build),
        ("audit", AuditCommand.Build),
        ("call", CallCommand.Build),
        ("token", TokenCommand.Build),
        ("operator", OperatorCommand.Build),
        ("approvals", ApprovalsCommand.Build),
        ("killswitch", KillSwitchCommand.Build),
        ("tls", TlsCommand.Build),
        ("completion", _ => CompletionCommand.Build()),
        ("stop", StopCommand.Build),
        ("doctor", DoctorCommand.Build),
        ("demo-terminal", DemoTerminalCommand.Build),
    ];

    /// <summary>Runs one command.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] arguments)
    {
        var options = new CliOptions();
        var root = new RootCommand("Trading host between an AI and a MetaTrader account. The AI proposes, the risk gate decides, a human approves.");
        options.AddTo(root);
        foreach ((string _, Func<CliOptions, Command> build) in Asked(arguments))
        {
            root.Add(build(options));
        }

        // Without a command the host runs: the first thing a new user types must do something.
        root.SetAction((result, cancellationToken) => RunCommand.ExecuteAsync(options, result, cancellationToken));
        ParseResult parsed = root.Parse(arguments);
        return parsed.Action is ParseErrorAction
            ? Task.FromResult(UsageErrors.Print(parsed))
            : parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    // Whoever names a command first needs no other; to make them all takes a good part of what a short command takes.
    private static (string Name, Func<CliOptions, Command> Build)[] Asked(string[] arguments) =>
        arguments is [var first, ..] && Array.FindIndex(Commands, c => c.Name == first) is var found and >= 0 ? [Commands[found]] : Commands;
}
