using System.Net;
using ModelContextProtocol.Protocol;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Faces.Mcp;
using OpenTrading.Host.Faces.Mcp.Http;
using OpenTrading.Host.Faces.Mcp.Remote;
using OpenTrading.Host.Faces.Mcp.Stdio;
using OpenTrading.Host.Home;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>A stand-alone MCP server before a host elsewhere: over HTTP, or for one client over standard input and output.</summary>
/// <param name="Url">REST address of that host.</param>
/// <param name="Fingerprint">SHA-256 of its certificate; null to trust those that this machine trusts.</param>
/// <param name="Token">Token for it; null for none.</param>
/// <param name="Listen">Where to serve over HTTP; null for standard input and output.</param>
/// <param name="Toolsets">Toolsets that the client of standard input and output sees; null for all.</param>
/// <param name="Configuration">What to show to whom.</param>
/// <param name="CertificateHome">Home with the certificate to serve with; null to serve without TLS.</param>
internal sealed record McpStandalone(
    Uri Url, string? Fingerprint, string? Token, string? Listen, string? Toolsets, HostConfiguration Configuration, HomeFolder? CertificateHome)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Serves until cancelled, or until the client of standard input and output leaves.</summary>
    /// <param name="terminal">Told where it listens.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CapabilityException">The host there cannot be reached, or does not honour the token.</exception>
    public async Task ServeAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        await using ITransport? client = Listen is null ? StdioClient.Connect() : null;
        if (Token is not null && Url.Scheme == "http" && !Url.IsLoopback)
        {
            Terminal.Error($"note: {Url} has no TLS; whoever can listen on the way there reads this server's token.");
        }

        using var host = new RemoteHost(Url, Fingerprint);
        await using RemoteServing serving = await MeetAsync(host, cancellationToken).ConfigureAwait(false);
        if (client is not null)
        {
            Principal caller = McpServing.Stdio with { IsAuthenticated = Token is not null };
            await StdioServing.RunAsync(serving.Face, serving.Face.Admit(caller, Toolsets), client, cancellationToken).ConfigureAwait(false);
            return;
        }

        await using McpListening listening = await serving.ListenAsync(IPEndPoint.Parse(Listen!), CertificateHome is null ? null : TlsCertificate.Load(CertificateHome)).ConfigureAwait(false);
        terminal.Line($"{listening.Line}, for the desk at {Url}");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is the ordinary end.
        }
    }

    // Both may be started at one time, in whatever order. A client waits only so long; a server, for as long as it takes.
    private async Task<RemoteServing> MeetAsync(RemoteHost host, CancellationToken cancellationToken)
    {
        long start = TimeProvider.System.GetTimestamp();
        bool isSaid = false;
        while (true)
        {
            try
            {
                return await RemoteServing.StartAsync(host, Configuration, Token, cancellationToken).ConfigureAwait(false);
            }
            catch (CapabilityException e) when (e.Code == ErrorCode.NotConnected && (Listen is not null || TimeProvider.System.GetElapsedTime(start) < Patience))
            {
                if (!isSaid)
                {
                    Terminal.Error($"waiting: {e.Message}.");
                }

                isSaid = true;
                await Task.Delay(Again, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
