using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Conformance;

/// <summary>Parts that several fixtures are made of.</summary>
internal static class Samples
{
    /// <summary>A picture of one red point, PNG.</summary>
    public const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

    /// <summary>A sound of no length, WAV.</summary>
    public const string Wav = "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA=";

    public static JsonObject Text(string text) => new() { ["type"] = "text", ["text"] = text };

    public static JsonObject Image() => new() { ["type"] = "image", ["data"] = Png, ["mimeType"] = "image/png" };

    public static JsonObject Embedded(string uri, string mimeType, string text) => new()
    {
        ["type"] = "resource",
        ["resource"] = new JsonObject { ["uri"] = uri, ["mimeType"] = mimeType, ["text"] = text },
    };

    /// <summary>A tool's answer.</summary>
    public static McpReply Tool(params JsonNode[] content) => McpReply.Of("A fixture answered.", Element(new JsonObject { ["content"] = new JsonArray(content) }));

    /// <summary>A prompt's answer.</summary>
    public static McpReply Prompt(params JsonNode[] content) => McpReply.Of("A fixture answered.", Element(new JsonObject
    {
        ["messages"] = new JsonArray([.. content.Select(c => (JsonNode)new JsonObject { ["role"] = "user", ["content"] = c })]),
    }));

    /// <summary>A question back to the client.</summary>
    public static McpReply Ask(JsonObject requests, string? state = null)
    {
        var result = new JsonObject { ["resultType"] = "input_required", ["inputRequests"] = requests };
        if (state is not null)
        {
            result["requestState"] = state;
        }

        return McpReply.Of("A fixture asks back.", Element(result));
    }

    /// <summary>A form with one field.</summary>
    public static JsonObject Form(string message, string field, string type = "string") => new()
    {
        ["method"] = "elicitation/create",
        ["params"] = new JsonObject
        {
            ["mode"] = "form",
            ["message"] = message,
            ["requestedSchema"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { [field] = new JsonObject { ["type"] = type } },
                ["required"] = new JsonArray(field),
            },
        },
    };

    /// <summary>A question to the client's model.</summary>
    public static JsonObject Sampling(string question) => new() { ["method"] = "sampling/createMessage", ["params"] = SamplingParameters(question) };

    public static JsonObject SamplingParameters(string question) => new()
    {
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = Text(question) }),
        ["maxTokens"] = 100,
    };

    public static JsonObject Roots() => new() { ["method"] = "roots/list", ["params"] = new JsonObject() };

    public static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
