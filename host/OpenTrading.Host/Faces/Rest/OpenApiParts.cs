using System.Text.Json.Nodes;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>What all operations of the OpenAPI document share.</summary>
internal static class OpenApiParts
{
    /// <summary>Schema of an error: problem details with the error that every face shows.</summary>
    public static JsonObject Problem() => Object(
        ("type", Text("URN of the error")),
        ("title", Text("The error in words")),
        ("status", new JsonObject { ["type"] = "integer" }),
        ("detail", Text("What, where, the value")),
        ("error", Object(
            ("code", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetValues<ErrorCode>().Select(c => (JsonNode)c.Name())]) }),
            ("message", Text("What, where, the value")),
            ("remedy", Text("What to do about it")),
            ("details", new JsonObject { ["type"] = "array", ["items"] = Object(("path", Array(Text(""))), ("message", Text(""))) }))));

    /// <summary>Schema of a long call.</summary>
    public static JsonObject Job()
    {
        JsonObject job = Object(
            ("summary", Text("How it stands in one sentence")),
            ("jobId", Text("Its id")),
            ("status", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("queued", "running", "succeeded", "failed", "cancelled") }),
            ("progressPct", new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 100 }));
        job["properties"]!["pollAfterS"] = new JsonObject { ["type"] = "integer", ["description"] = "Seconds to wait before asking again" };
        return job;
    }

    /// <summary>The answer to a call that is refused.</summary>
    public static JsonObject ProblemResponse() => new()
    {
        ["description"] = "The call is refused; error.code says why.",
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } } },
    };

    /// <summary>Header under which a repeated call has its effect once.</summary>
    public static JsonObject IdempotencyKey() => new()
    {
        ["name"] = "Idempotency-Key",
        ["in"] = "header",
        ["description"] = "The same call again under the same key has its effect once",
        ["schema"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9._:-]{1,64}$" },
    };

    /// <summary>How a caller says who it is.</summary>
    public static JsonObject Bearer() => new()
    {
        ["type"] = "http",
        ["scheme"] = "bearer",
        ["description"] = "A token of 'opentrading token new', or the session of an operator",
    };

    /// <summary>JSON content of a schema.</summary>
    public static JsonObject Json(JsonNode schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Object(params (string Name, JsonNode Schema)[] members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Schema))),
        ["required"] = new JsonArray([.. members.Select(m => (JsonNode)m.Name)]),
    };

    private static JsonObject Array(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Text(string description) => description.Length == 0 ? new() { ["type"] = "string" } : new() { ["type"] = "string", ["description"] = description };
}
