using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Sdk.Mcp;

/// <summary>Something an MCP client can read by its URI.</summary>
/// <param name="UriTemplate">URI, such as <c>opentrading://quote/{symbol}</c>; each <c>{x}</c> stands for one part of the path.</param>
/// <param name="Name">Short name.</param>
/// <param name="Description">What it is, in one sentence.</param>
/// <param name="MimeType">Media type of its content.</param>
/// <param name="ReadAsync">Reads it: the values of the template's variables and the call, to the content.</param>
public sealed record McpResource(
    string UriTemplate,
    string Name,
    string Description,
    string MimeType,
    Func<IReadOnlyDictionary<string, string>, ICallContext, Task<McpContent>> ReadAsync)
{
    /// <summary>Whether clients may ask to be told when it changes. Default false.</summary>
    public bool IsLive { get; init; }
}
