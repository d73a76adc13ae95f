using ModelContextProtocol.Protocol;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>A request is refused before the protocol gets to see it.</summary>
internal sealed class HttpRefusal(int status, int code, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>The request refused, where its id could be read.</summary>
    public RequestId Id { get; init; }

    public JsonRpcErrorDetail Error => new() { Code = code, Message = Message, Data = Details };

    /// <summary>What the protocol wants to be told with this error.</summary>
    public object? Details { get; init; }
}
