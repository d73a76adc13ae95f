using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace OpenTrading.Host.Faces.Mcp.Stdio;

/// <summary>The client at standard input and output. Messages alone pass there; what the program or a plugin prints goes to standard error.</summary>
internal static class StdioClient
{
    /// <summary>Takes both streams for the protocol.</summary>
    public static ITransport Connect()
    {
        var client = new StdioServerTransport("opentrading");
        Console.SetOut(Console.Error);
        Console.SetIn(TextReader.Null);
        return client;
    }
}
