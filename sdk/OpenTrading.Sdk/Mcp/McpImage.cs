namespace OpenTrading.Sdk.Mcp;

/// <summary>A picture.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="MimeType">Its media type, such as <c>image/png</c>.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record McpImage(ReadOnlyMemory<byte> Bytes, string MimeType);
