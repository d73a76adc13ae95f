using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>What the protocol asks of a request's headers, and how they must agree with its body.</summary>
internal static class RequestHeaders
{
    public const string Session = "Mcp-Session-Id";
    private const string Version = "MCP-Protocol-Version";
    private const string Method = "Mcp-Method";
    private const string Name = "Mcp-Name";

    // Methods of the older revisions that the stateless one does not have.
    private static readonly HashSet<string> Removed = ["initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe"];

    /// <summary>Whether a request without a body speaks a revision without sessions.</summary>
    public static bool IsStateless(HttpRequest request) => ProtocolVersions.IsStateless(VersionOf(request));

    private static string? VersionOf(HttpRequest request) => request.Headers[Version] is [{ Length: > 0 } version] ? version : null;

    /// <summary>Checks that a client takes what it will be sent.</summary>
    /// <exception cref="HttpRefusal">It does not.</exception>
    public static void CheckAccept(HttpRequest request, params ReadOnlySpan<string> types)
    {
        string accept = request.Headers.Accept.ToString();
        foreach (string type in types)
        {
            if (!accept.Contains(type, StringComparison.OrdinalIgnoreCase) && !accept.Contains("*/*", StringComparison.Ordinal))
            {
                throw new HttpRefusal(StatusCodes.Status406NotAcceptable, JsonRpcHttp.Refused, $"The client must accept {string.Join(" and ", types.ToArray())}.");
            }
        }
    }

    /// <summary>Checks that the revision is spoken here.</summary>
    /// <exception cref="HttpRefusal">It is not.</exception>
    public static void CheckVersion(HttpRequest request, RequestId id = default, bool saysItself = false)
    {
        if (VersionOf(request) is { } version && !ProtocolVersions.All.Contains(version))
        {
            // One that says its version with each request wants to know which of those there are; an older one negotiates.
            IEnumerable<string> supported = ProtocolVersions.All.Where(v => !saysItself || ProtocolVersions.IsStateless(v));
            throw new HttpRefusal(StatusCodes.Status400BadRequest, (int)McpErrorCode.UnsupportedProtocolVersion, $"Protocol version '{version}' is not spoken here.")
            {
                Id = id,
                Details = new JsonObject { ["supported"] = new JsonArray([.. supported.Select(v => (JsonNode)v)]), ["requested"] = version },
            };
        }
    }

    /// <summary>Checks a message against the headers it came with.</summary>
    /// <returns>The revision it speaks; null where none is agreed on yet, or none is named.</returns>
    /// <exception cref="HttpRefusal">They disagree, or one is missing.</exception>
    public static string? CheckAgreement(HttpRequest request, JsonRpcMessage message)
    {
        (string? method, JsonNode? parameters) = message switch
        {
            JsonRpcRequest r => (r.Method, r.Params),
            JsonRpcNotification n => (n.Method, n.Params),
            _ => (null, null),
        };
        RequestId id = message is JsonRpcRequest { Id: var known } ? known : default;
        string? own = Text((parameters as JsonObject)?["_meta"], "io.modelcontextprotocol/protocolVersion");
        CheckVersion(request, id, own is not null);
        string? header = VersionOf(request);
        if (method is null)
        {
            return header;
        }

        // A client that had asked for a newer revision, and heard the answer too late, still names that one here. What counts is what it asks for now.
        if (method == RequestMethods.Initialize && Text(parameters, "protocolVersion") is { } asked && !ProtocolVersions.IsStateless(asked))
        {
            return null;
        }

        string? body = method == RequestMethods.Initialize ? Text(parameters, "protocolVersion") : own;
        if (body is not null && header is not null && header != body)
        {
            throw Mismatch(id, $"The {Version} header is '{header}', and the body says '{body}'.");
        }

        if (header is null && ProtocolVersions.IsStateless(own))
        {
            throw Mismatch(id, $"The {Version} header is missing.");
        }

        if (ProtocolVersions.IsStateless(header))
        {
            CheckStateless(request, method, parameters, body, id, message is JsonRpcRequest);
        }

        return header;
    }

    private static void CheckStateless(HttpRequest request, string method, JsonNode? parameters, string? version, RequestId id, bool isRequest)
    {
        if (request.Headers[Method].ToString().Trim() is var said && said != method)
        {
            throw Mismatch(id, said.Length == 0 ? $"The {Method} header is missing." : $"The {Method} header is '{said}', and the body says '{method}'.");
        }

        string? name = method switch
        {
            "tools/call" or "prompts/get" => Text(parameters, "name"),
            "resources/read" => Text(parameters, "uri"),
            _ => null,
        };
        if (name is not null && Decoded(request.Headers[Name].ToString().Trim()) is var named && named != name)
        {
            throw Mismatch(id, named is { Length: 0 } ? $"The {Name} header is missing." : $"The {Name} header does not say '{name}', as the body does.");
        }

        if (!isRequest)
        {
            return;
        }

        if (Removed.Contains(method))
        {
            throw new HttpRefusal(StatusCodes.Status404NotFound, (int)McpErrorCode.MethodNotFound, $"{method} is not part of the protocol since {ProtocolVersions.FirstStateless}.") { Id = id };
        }

        if (version is null || (parameters as JsonObject)?["_meta"]?["io.modelcontextprotocol/clientCapabilities"] is not JsonObject)
        {
            throw new HttpRefusal(
                StatusCodes.Status400BadRequest, (int)McpErrorCode.InvalidParams, "_meta must hold io.modelcontextprotocol/protocolVersion and io.modelcontextprotocol/clientCapabilities.") { Id = id };
        }
    }

    private static string? Text(JsonNode? node, string member) => (node as JsonObject)?[member] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    // What no header can hold travels as =?base64?...?=.
    private static string? Decoded(string value)
    {
        const string begin = "=?base64?";
        if (!value.StartsWith(begin, StringComparison.OrdinalIgnoreCase) || !value.EndsWith("?=", StringComparison.Ordinal))
        {
            return value;
        }

        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value[begin.Length..^2], bytes, out int length) ? System.Text.Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static HttpRefusal Mismatch(RequestId id, string message) => new(StatusCodes.Status400BadRequest, (int)McpErrorCode.HeaderMismatch, message) { Id = id };
}
