using System.Security.Cryptography;
using System.Text;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Kernel.Charts;

/// <summary>The latest charts, to be read again by their address.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class ChartShelf : IChartShelf
{
    private const string Scheme = "opentrading://chart/";
    private const int Most = 32;
    private const int IdBytes = 13;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, McpImage> _charts = [];
    private readonly Queue<string> _order = new();

    /// <summary>The charts as something to read over MCP.</summary>
    public McpResource Resource => new(Scheme + "{chartId}", "chart", "A chart that was drawn lately.", "image/svg+xml", (values, _) =>
        Task.FromResult(McpContent.Of(Find(values["chartId"]).Bytes)));

    /// <inheritdoc/>
    public async Task<KeptChart> KeepAsync(string svg, ChartFormat format, CancellationToken cancellationToken) => Keep(format == ChartFormat.Svg
        ? new McpImage(Encoding.UTF8.GetBytes(svg), "image/svg+xml")
        : new McpImage(await PngRenderer.RenderAsync(svg, cancellationToken).ConfigureAwait(false), "image/png"));

    private KeptChart Keep(McpImage image)
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

        return new KeptChart(id, Scheme + id, image);
    }

    private McpImage Find(string id)
    {
        lock (_lock)
        {
            return _charts.TryGetValue(id, out McpImage? image) ? image
                : throw new CapabilityException(ErrorCode.NotFound, $"There is no chart {id}; the latest {Most} are kept", "Draw it again.");
        }
    }
}
