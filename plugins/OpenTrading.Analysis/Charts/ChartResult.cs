using System.Text.Json.Serialization;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Analysis.Charts;

/// <summary>A chart that was drawn.</summary>
public sealed record ChartResult : PricesResult, IHasImage
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

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

    /// <summary>Trades in it.</summary>
    public required int TradesDrawn { get; init; }

    /// <summary>Its lines.</summary>
    public required IReadOnlyList<LegendEntry> Legend { get; init; }

    /// <summary>The picture: the text of an SVG, a PNG in base 64. Absent over MCP, where it is a block of its own.</summary>
    public string? Content { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public McpImage? Image { get; init; }
}
