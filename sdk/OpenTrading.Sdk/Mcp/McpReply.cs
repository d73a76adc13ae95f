using System.Text.Json;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Sdk.Mcp;

/// <summary>
/// An answer in the protocol's own words, handed to an MCP client as it is: content other than text, a question back to the client, a
/// protocol error. On the other faces it is an ordinary record.
/// </summary>
public sealed record McpReply : CapabilityResult
{
    /// <summary>The <c>result</c> of the answer; absent when it is an error.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>The error; null when there is none.</summary>
    public McpFault? Fault { get; init; }

    /// <summary>An answer with a result.</summary>
    /// <param name="summary">The answer in one sentence, for the other faces and the journal.</param>
    /// <param name="result">The result, an object.</param>
    public static McpReply Of(string summary, JsonElement result) => new() { Summary = summary, Result = result };

    /// <summary>An answer with an error of the protocol.</summary>
    /// <param name="code">JSON-RPC error code, such as -32602.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="data">More of it; null is none.</param>
    public static McpReply Refuse(int code, string message, JsonElement? data = null) =>
        new() { Summary = message, Fault = new McpFault(code, message, data) };
}
