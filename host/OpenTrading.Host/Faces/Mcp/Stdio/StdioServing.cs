using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace OpenTrading.Host.Faces.Mcp.Stdio;

/// <summary>Serves one client over standard input and output, until it closes them.</summary>
internal static class StdioServing
{
    /// <summary>Serves it.</summary>
    public static async Task RunAsync(McpFace face, McpCaller caller, ITransport client, CancellationToken cancellationToken)
    {
        await using McpServer server = McpServer.Create(client, face.OptionsFor(caller));
        using IDisposable following = face.Changes.Follow(server);
        await server.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
