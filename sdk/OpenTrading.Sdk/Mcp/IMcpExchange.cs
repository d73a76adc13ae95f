using System.Text.Json;

namespace OpenTrading.Sdk.Mcp;

/// <summary>
/// The protocol exchange behind a call that came over MCP, for what arguments and results cannot say: asking the client's model or user,
/// telling it something on the way. Most plugins need none of it.
/// </summary>
/// <remarks>An answer comes from the AI client's side. It is never an approval.</remarks>
public interface IMcpExchange
{
    /// <summary>The request's <c>params</c> as the client sent them, metadata included.</summary>
    JsonElement Parameters { get; }

    /// <summary>What the client says it can do; an empty object when it said nothing.</summary>
    JsonElement ClientCapabilities { get; }

    /// <summary>Sends the client a request and waits for its answer.</summary>
    /// <param name="method">Method, such as <c>sampling/createMessage</c>.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The <c>result</c> of the answer.</returns>
    /// <exception cref="Capabilities.CapabilityException">The client refused, or cannot be asked in the middle of a call.</exception>
    Task<JsonElement> AskAsync(string method, JsonElement parameters, CancellationToken cancellationToken);

    /// <summary>Tells the client something. Log messages that it did not ask for stay out.</summary>
    /// <param name="method">Method, such as <c>notifications/message</c>.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    Task NotifyAsync(string method, JsonElement parameters, CancellationToken cancellationToken);
}
