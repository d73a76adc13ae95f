using System.CommandLine;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Host.Faces.Mcp;
using OpenTrading.Host.Faces.Rest;
using OpenTrading.Host.Home;
using OpenTrading.Host.Running;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading run</c></summary>
internal static class RunCommand
{
    public static Command Build(CliOptions options)
    {
        var command = new Command("run", "Start the host: market, strategies, risk gate, paper account. Ctrl+C or 'opentrading stop' ends it.");
        command.SetAction((arguments, cancellationToken) => ExecuteAsync(options, arguments, cancellationToken));
        return command;
    }

    public static Task<int> ExecuteAsync(CliOptions options, ParseResult arguments, CancellationToken cancellationToken) => Guarded.RunAsync(async () =>
    {
        HostConfiguration configuration = options.Configuration(arguments);
        HomeFolder home = options.Home(arguments);
        Exposure.Refuse(configuration, home);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using PaperHost host = PaperHost.Open(configuration, home);
        await using var faces = new ServedFaces();
        await faces.StartAsync("REST", configuration.Server.RestListen, () => RestFace.StartAsync(host, configuration, home, stop.Token)).ConfigureAwait(false);
        await using RunningServices services = await RunningServices.StartAsync(host.Plugins, TimeProvider.System, stop.Token).ConfigureAwait(false);
        var screen = new LiveScreen(options.Terminal(arguments), host, configuration);
        screen.Open(home, [.. faces.Lines, .. services.Lines]);
        await using McpServing mcp = await McpServing.StartAsync(host, configuration, screen.Note).ConfigureAwait(false);
        Task control = ControlChannel.ServeAsync(home, new HostRequests(host, mcp, stop).Answer, stop.Token);
        try
        {
            await foreach (Bar _ in host.RunAsync(stop.Token).ConfigureAwait(false))
            {
                screen.Show();
            }

            screen.Note("the source has no more bars");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ctrl+C and 'opentrading stop' are the ordinary end.
        }

        await stop.CancelAsync().ConfigureAwait(false);
        await control.ConfigureAwait(false);
        screen.Close();
        return ExitCodes.Ok;
    });
}
