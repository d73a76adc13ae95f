using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Sdk.Mcp;

/// <summary>A prompt that an MCP client offers its user.</summary>
/// <param name="Name">Stable name, lower-case words joined by underscores.</param>
/// <param name="Description">What it is for, in one sentence.</param>
/// <param name="Arguments">What the user fills in.</param>
/// <param name="GetAsync">Makes it: the arguments given and the call, to a reply whose result holds <c>messages</c>.</param>
public sealed record McpPrompt(
    string Name,
    string Description,
    IReadOnlyList<McpPromptArgument> Arguments,
    Func<IReadOnlyDictionary<string, string>, ICallContext, Task<McpReply>> GetAsync);
