namespace OpenTrading.Sdk.Mcp;

/// <summary>A result with a picture beside it: over MCP the picture is a block of its own behind the text.</summary>
/// <remarks>The result keeps the picture out of its record by <see cref="System.Text.Json.Serialization.JsonIgnoreAttribute"/>.</remarks>
public interface IHasImage
{
    /// <summary>The picture; null where there is none.</summary>
    McpImage? Image { get; }
}
