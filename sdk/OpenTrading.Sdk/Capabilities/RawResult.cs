using System.Text.Json;

namespace OpenTrading.Sdk.Capabilities;

/// <summary>An answer whose form is laid down elsewhere: its body goes out as it is, with a text for people, and facts beside it that the form has no place for.</summary>
public sealed record RawResult : CapabilityResult
{
    /// <summary>The body, an object. It is the answer over REST, and the structured content over MCP.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>What people read: the text over MCP, alone.</summary>
    public required string Text { get; init; }

    /// <summary>Facts by name, such as <c>source</c>: over MCP in <c>_meta</c> as <c>opentrading/source</c>, over REST in headers as <c>X-OpenTrading-Source</c>.</summary>
    /// <value>Default none. Names are letters alone.</value>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Which error the body tells of; null for a success.</summary>
    public ErrorCode? Error { get; init; }
}
