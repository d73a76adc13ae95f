using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp;

/// <summary>Who is served, and with which part of the tools.</summary>
/// <param name="Principal">Who calls.</param>
/// <param name="Owner">What the owner of the host shows to AI clients.</param>
/// <param name="Own">What the client itself asked for.</param>
internal sealed record McpCaller(Principal Principal, ToolsetFilter Owner, ToolsetFilter Own);
