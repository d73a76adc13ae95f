namespace OpenTrading.Sdk.Mcp;

/// <summary>What a resource holds: text or bytes.</summary>
public sealed record McpContent
{
    private McpContent(string? text, ReadOnlyMemory<byte> bytes) => (Text, Bytes) = (text, bytes);

    /// <summary>The text; null when it is bytes.</summary>
    public string? Text { get; }

    /// <summary>The bytes; empty when it is text.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Content that is text.</summary>
    /// <param name="text">The text.</param>
    public static McpContent Of(string text) => new(text, default);

    /// <summary>Content that is bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public static McpContent Of(ReadOnlyMemory<byte> bytes) => new(null, bytes);
}
