using ModelContextProtocol.Server;

namespace OpenTrading.Host.Faces.Mcp.Stdio;

/// <summary>Serves one client over standard input and output, until it closes them.</summary>
internal static class StdioServing
{
    /// <summary>Serves it.</summary>
    public static async Task RunAsync(McpFace face, McpCaller caller, StdioStreams streams, CancellationToken cancellationToken)
    {
        await using var transport = new StreamServerTransport(streams.Input, streams.Output, "opentrading");
        await using McpServer server = McpServer.Create(transport, face.OptionsFor(caller));
        using IDisposable following = face.Changes.Follow(server);
        await server.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
