using System.Text;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Sdk.Charts;

/// <summary>A picture on the shelf.</summary>
/// <param name="Id"><c>cht_</c> and a fingerprint of its content.</param>
/// <param name="Uri">Where MCP clients can read it while it is among the latest.</param>
/// <param name="Image">The picture.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record KeptChart(string Id, string Uri, McpImage Image)
{
    /// <summary>What a result says of it in words: the text of an SVG, a PNG in base 64; nothing over MCP, where the picture is a block of its own.</summary>
    public string? Content(Surface surface) =>
        surface == Surface.Mcp ? null : Image.MimeType == "image/png" ? Convert.ToBase64String(Image.Bytes.Span) : Encoding.UTF8.GetString(Image.Bytes.Span);
}
