using System.Text.Json.Serialization;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>A chart of a kept run.</summary>
internal sealed record RunChartResult : RecordResult, IHasImage
{
    /// <summary>Its id; the same chart has the same.</summary>
    public required string ChartId { get; init; }

    /// <summary>Where MCP clients can read it while it is among the latest.</summary>
    public required string Uri { get; init; }

    /// <summary>Media type.</summary>
    public required string MimeType { get; init; }

    /// <summary>Width, pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height, pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The picture: the text of an SVG, a PNG in base 64. Absent over MCP, where it is a block of its own.</summary>
    public string? Content { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public McpImage? Image { get; init; }
}
