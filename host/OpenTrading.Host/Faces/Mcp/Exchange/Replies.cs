using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Host.Faces.Mcp.Exchange;

/// <summary>Hands a plugin's answer in the protocol's words to the client.</summary>
internal static class Replies
{
    /// <summary>The result of a reply.</summary>
    /// <exception cref="McpProtocolException">The reply is an error.</exception>
    /// <exception cref="InputRequiredException">The reply is a question back.</exception>
    public static T ToResult<T>(McpReply reply)
        where T : Result
    {
        if (reply.Fault is { } fault)
        {
            throw ToException(fault);
        }

        JsonElement result = reply.Result ?? default;
        try
        {
            if (result.TryGetProperty("resultType", out JsonElement type) && type.ValueEquals("input_required"))
            {
                throw new InputRequiredException(result.Deserialize<InputRequiredResult>(McpJsonUtilities.DefaultOptions)!);
            }

            return result.Deserialize<T>(McpJsonUtilities.DefaultOptions)!;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new McpProtocolException("A plugin's answer is no result of this request.", McpErrorCode.InternalError);
        }
    }

    private static McpProtocolException ToException(McpFault fault)
    {
        var exception = new McpProtocolException(fault.Message, (McpErrorCode)fault.Code);
        if (fault.Data is { ValueKind: JsonValueKind.Object } data)
        {
            foreach (JsonProperty member in data.EnumerateObject())
            {
                exception.Data[member.Name] = member.Value;
            }
        }

        return exception;
    }
}
