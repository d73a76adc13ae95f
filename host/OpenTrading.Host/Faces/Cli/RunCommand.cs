using System.CommandLine;
using System.Text.Json;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Faces.Http;
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
        Task control = ControlChannel.ServeAsync(home, request => Answer(request, host, stop), stop.Token);
        var screen = new LiveScreen(options.Terminal(arguments), host, configuration);
        screen.Open(home, faces.Lines);
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

    private static string Answer(string[] request, PaperHost host, CancellationTokenSource stop)
    {
        switch (request)
        {
            case [ControlChannel.Stop]:
                stop.Cancel();
                return "stopping";
            case [ControlChannel.Replay, { Length: <= 128 } run, { Length: 64 } sha256]:
                host.RecordReplay(run, sha256);
                return "recorded";
            case [ControlChannel.Operator, { Length: <= 32 } name]:
                OperatorRecords.Created(host.Journal, name);
                return "recorded";
            case [ControlChannel.Plugins]:
                return JsonSerializer.Serialize(host.Plugins.Catalog.Plugins.Select(PluginRow.Of));
            case [ControlChannel.Reload, .. { Length: > 0 } id]:
                return LiveScreen.Describe(host.Plugins.Reload(string.Join(' ', id)));
            default:
                return "unknown request";
        }
    }
}
