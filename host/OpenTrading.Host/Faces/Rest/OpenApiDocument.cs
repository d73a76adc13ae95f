using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>The OpenAPI document of what a caller may call, made from the catalog, so that it is never behind it.</summary>
/// <remarks>Source: OpenAPI Specification 3.1.1, whose schemas are JSON Schema 2020-12 as they come from the catalog.</remarks>
internal sealed class OpenApiDocument : IDisposable
{
    private readonly CapabilityDispatcher _dispatcher;
    private readonly ConcurrentDictionary<Principal, byte[]> _made = new();

    public OpenApiDocument(CapabilityDispatcher dispatcher)
    {
        _dispatcher = dispatcher;
        dispatcher.Catalog.Changed += _made.Clear;
    }

    /// <summary>The document as UTF-8 JSON.</summary>
    // Callers of one role see the same; what is made is kept for each role, not for each caller.
    public byte[] For(Principal caller) => _made.GetOrAdd(caller with { Actor = "" }, Make);

    public void Dispose() => _dispatcher.Catalog.Changed -= _made.Clear;

    private byte[] Make(Principal caller)
    {
        var paths = new JsonObject();
        var schemas = new JsonObject { ["Problem"] = OpenApiParts.Problem(), ["Job"] = OpenApiParts.Job() };
        foreach (CapabilityDescriptor capability in _dispatcher.Visible(caller, Surface.Rest))
        {
            if (paths[capability.Path] is not JsonObject path)
            {
                paths[capability.Path] = path = [];
            }

            path[capability.HttpMethod.ToLowerInvariant()] = OpenApiOperation.Of(capability);
            schemas[OpenApiOperation.ResultName(capability)] = OpenApiOperation.Result(capability);
        }

        var document = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "OpenTrading",
                ["version"] = HostVersion.Text,
                ["description"] = "Trading host between an AI and a MetaTrader account. The AI proposes, the risk gate decides, a human approves. "
                    + "Times are UTC, prices and money are decimals, names tell units. Any capability can also be called by its name: POST /call/{name}. Live events: GET /events.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }, new JsonObject()),
            ["tags"] = new JsonArray([.. _dispatcher.Visible(caller, Surface.Rest).Select(c => c.Toolset).Distinct().Select(t => new JsonObject { ["name"] = t })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["responses"] = new JsonObject { ["Problem"] = OpenApiParts.ProblemResponse() },
                ["parameters"] = new JsonObject { ["IdempotencyKey"] = OpenApiParts.IdempotencyKey() },
                ["securitySchemes"] = new JsonObject { ["bearer"] = OpenApiParts.Bearer() },
            },
        };
        return Encoding.UTF8.GetBytes(document.ToJsonString(CapabilityJson.Options));
    }
}
