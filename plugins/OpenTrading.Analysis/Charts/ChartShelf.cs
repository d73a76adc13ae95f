using System.Security.Cryptography;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Analysis.Charts;

/// <summary>The latest charts, to be read again by their address. A chart is named after its content: the same chart is one.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class ChartShelf
{
    private const string Scheme = "opentrading://chart/";
    private const int Most = 32;
    private const int IdBytes = 13;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, McpImage> _charts = [];
    private readonly Queue<string> _order = new();

    /// <summary>The charts as something to read over MCP.</summary>
    public McpResource Resource => new(Scheme + "{chartId}", "chart", "A chart that render_chart drew lately.", "image/svg+xml", (values, _) =>
        Task.FromResult(McpContent.Of(Find(values["chartId"]).Bytes)));

    /// <summary>Keeps a chart.</summary>
    /// <returns>Its id and address.</returns>
    public (string Id, string Uri) Keep(McpImage image)
    {
        string id = "cht_" + Convert.ToHexString(SHA256.HashData(image.Bytes.Span), 0, IdBytes);
        lock (_lock)
        {
            if (_charts.TryAdd(id, image))
            {
                _order.Enqueue(id);
            }

            if (_order.Count > Most)
            {
                _charts.Remove(_order.Dequeue());
            }
        }

        return (id, Scheme + id);
    }

    private McpImage Find(string id)
    {
        lock (_lock)
        {
            return _charts.TryGetValue(id, out McpImage? image) ? image
                : throw new CapabilityException(ErrorCode.NotFound, $"There is no chart {id}; the latest {Most} are kept", "Draw it again by render_chart.");
        }
    }
}
