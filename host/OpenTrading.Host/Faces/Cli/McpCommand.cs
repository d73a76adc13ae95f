using System.CommandLine;
using System.Text;
using ModelContextProtocol.Protocol;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Host.Faces.Mcp;
using OpenTrading.Host.Faces.Mcp.Stdio;
using OpenTrading.Host.Faces.Rest;
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
        var command = new Command("mcp", "Serve an AI client over standard input and output, for the host that runs in this home, or as one; or stand alone before a host elsewhere.") { toolsets };
        var elsewhere = new McpElsewhere(toolsets, options);
        elsewhere.AddTo(command);
        return command.Do(async (arguments, cancellationToken) =>
        {
            if (elsewhere.Target(arguments, options.Configuration(arguments)) is { } target)
            {
                await target.ServeAsync(options.Terminal(arguments), cancellationToken).ConfigureAwait(false);
                return ExitCodes.Ok;
            }

            await using ITransport client = StdioClient.Connect();
            HostConfiguration configuration = options.Configuration(arguments);
            HomeFolder home = options.Home(arguments);
            string? shown = arguments.GetValue(toolsets);
            using PaperHost? host = TakeOrFind(configuration, home);
            await (host is null
                ? PassOnAsync(home, shown, client, cancellationToken)
                : ServeAsync(host, configuration, home, shown, client, cancellationToken)).ConfigureAwait(false);
            return ExitCodes.Ok;
        });
    }

    // Clients start their servers at one time: who comes second to a home finds the host that the first one became.
    private static PaperHost? TakeOrFind(HostConfiguration configuration, HomeFolder home)
    {
        if (HostLock.IsHeld(home))
        {
            return null;
        }

        Exposure.Refuse(configuration, home);
        try
        {
            return PaperHost.Open(configuration, home);
        }
        catch (HomeException) when (HostLock.IsHeld(home))
        {
            return null;
        }
    }

    private static async Task PassOnAsync(HomeFolder home, string? toolsets, ITransport client, CancellationToken cancellationToken)
    {
        LocalAddress address = await AddressAsync(home, cancellationToken).ConfigureAwait(false);
        string token = LocalToken.Read(home) ?? throw new HomeException($"{home.State}: the running host's token cannot be read; run this as the user who runs the host.");
        using var http = new HttpClient(TrustedConnection.ToHome(home)) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Host = address.Host;
        var endpoint = new Uri(address.Url, $"/mcp{(toolsets is null ? "" : $"?toolsets={Uri.EscapeDataString(toolsets)}")}");
        await StdioProxy.RunAsync(endpoint, http, token, client, cancellationToken).ConfigureAwait(false);
    }

    private static async Task ServeAsync(
        PaperHost host, HostConfiguration configuration, HomeFolder home, string? toolsets, ITransport client, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // The commands of this home call its host over REST, whoever started it.
        await using var faces = new ServedFaces();
        await faces.StartAsync("REST", configuration.Server.RestListen, () => RestFace.StartAsync(host, configuration, home, stop.Token)).ConfigureAwait(false);
        await using McpServing mcp = await McpServing.StartAsync(host, configuration, Terminal.Error).ConfigureAwait(false);
        foreach (string line in faces.Lines)
        {
            Terminal.Error(line);
        }

        McpCaller caller = mcp.Face.Admit(McpServing.Stdio, toolsets);
        host.Transports.Add(new ServedTransport("stdio", null, () => 1));
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
    private static async Task<LocalAddress> AddressAsync(HomeFolder home, CancellationToken cancellationToken)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            switch (await ControlChannel.AskAsync(home, ControlChannel.Mcp, cancellationToken).ConfigureAwait(false))
            {
                case { } answer when LocalAddress.Parse(Encoding.UTF8.GetBytes(answer)) is { } address:
                    return address;
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
