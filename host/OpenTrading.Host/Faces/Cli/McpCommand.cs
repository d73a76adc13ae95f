using System.CommandLine;
using ModelContextProtocol.Protocol;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Faces.Mcp;
using OpenTrading.Host.Faces.Mcp.Stdio;
using OpenTrading.Host.Home;
using OpenTrading.Host.Running;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading mcp</c></summary>
internal static class McpCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Command Build(CliOptions options)
    {
        var toolsets = new Option<string?>("--toolsets") { Description = "Show these toolsets alone, such as market,backtest; read-only shows nothing that changes anything.", HelpName = "LIST" };
        var command = new Command("mcp", "Serve an AI client over standard input and output, for the host that runs in this home, or as one.") { toolsets };
        return command.Do(async (arguments, cancellationToken) =>
        {
            await using ITransport client = StdioClient.Connect();
            HostConfiguration configuration = options.Configuration(arguments);
            HomeFolder home = options.Home(arguments);
            string? shown = arguments.GetValue(toolsets);
            if (!HostLock.IsHeld(home))
            {
                await ServeAsync(configuration, home, shown, client, cancellationToken).ConfigureAwait(false);
                return ExitCodes.Ok;
            }

            string url = await UrlAsync(home, cancellationToken).ConfigureAwait(false);
            var endpoint = new Uri($"{url}/mcp{(shown is null ? "" : $"?toolsets={Uri.EscapeDataString(shown)}")}");
            string token = LocalToken.Read(home) ?? throw new HomeException($"{home.State}: the running host's token cannot be read; run this as the user who runs the host.");
            await StdioProxy.RunAsync(endpoint, token, client, cancellationToken).ConfigureAwait(false);
            return ExitCodes.Ok;
        });
    }

    private static async Task ServeAsync(HostConfiguration configuration, HomeFolder home, string? toolsets, ITransport client, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using PaperHost host = PaperHost.Open(configuration, home);
        await using McpServing mcp = await McpServing.StartAsync(host, configuration, Terminal.Error).ConfigureAwait(false);
        McpCaller caller = mcp.Face.Admit(McpServing.Stdio, toolsets);
        Task control = ControlChannel.ServeAsync(home, new HostRequests(host, mcp, stop).Answer, stop.Token);
        Task trading = TradeAsync(host, stop);
        try
        {
            await StdioServing.RunAsync(mcp.Face, caller, client, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ctrl+C and 'opentrading stop' end it as the client does.
        }

        await stop.CancelAsync().ConfigureAwait(false);
        await control.ConfigureAwait(false);
        await trading.ConfigureAwait(false);
    }

    // A session that failed must not go on looking alive to its client; one whose source has no more bars may.
    private static async Task TradeAsync(PaperHost host, CancellationTokenSource stop)
    {
        try
        {
            await foreach (Bar _ in host.RunAsync(stop.Token).ConfigureAwait(false))
            {
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The ordinary end.
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    // The host may have taken its home a moment ago, and not listen yet.
    private static async Task<string> UrlAsync(HomeFolder home, CancellationToken cancellationToken)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            switch (await ControlChannel.AskAsync(home, ControlChannel.Mcp, cancellationToken).ConfigureAwait(false))
            {
                case { } url when url.StartsWith("http", StringComparison.Ordinal):
                    return url;
                case { }:
                    throw new HomeException($"the host, process {HostLock.Holder(home)}, does not serve MCP over HTTP; set mcp.embedded = true and the http transport, and start it again.");
                case null when !HostLock.IsHeld(home) || TimeProvider.System.GetElapsedTime(start) > Patience:
                    throw new HomeException($"the host, process {HostLock.Holder(home)}, does not answer; end that process by hand.");
                default:
                    await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }
}
