using System.Text.Json;

namespace OpenTrading.Sdk.Mcp;

/// <summary>An error of the protocol.</summary>
/// <param name="Code">JSON-RPC error code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Data">More of it; null is none.</param>
public sealed record McpFault(int Code, string Message, JsonElement? Data = null);
