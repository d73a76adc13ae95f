using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Conformance;

/// <summary>Tools that talk with the client while they work.</summary>
public sealed class ClientTools
{
    private const string Toolset = "conformance";

    [Capability("test_tool_with_logging", Toolset, Effect.Read, "GET /conformance/logging")]
    [Description("Logs three lines.")]
    public async Task<McpReply> Logging(ICallContext call)
    {
        foreach (string line in (string[])["Tool execution started", "Tool processing data", "Tool execution completed"])
        {
            await LogAsync(call, line).ConfigureAwait(false);
        }

        return Samples.Tool(Samples.Text("Tool with logging executed successfully"));
    }

    [Capability("test_logging_tool", Toolset, Effect.Read, "GET /conformance/log")]
    [Description("Logs one line, where the client wants any.")]
    public async Task<McpReply> Log(ICallContext call)
    {
        await LogAsync(call, "test_logging_tool executed").ConfigureAwait(false);
        return Samples.Tool(Samples.Text("logged"));
    }

    [Capability("test_tool_with_progress", Toolset, Effect.Read, "GET /conformance/progress")]
    [Description("Reports progress three times.")]
    public McpReply Progress(ICallContext call)
    {
        foreach (int percent in (int[])[0, 50, 100])
        {
            call.Progress.Report(new JobProgress(percent, "working"));
        }

        return Samples.Tool(Samples.Text("done"));
    }

    [Capability("test_sampling", Toolset, Effect.Read, "POST /conformance/sampling")]
    [Description("Asks the client's model.")]
    public Task<McpReply> Sampling(string prompt, ICallContext call) => AskAsync(call, "sampling/createMessage", Samples.SamplingParameters(prompt));

    [Capability("test_elicitation", Toolset, Effect.Read, "POST /conformance/elicitation")]
    [Description("Asks the client's user.")]
    public Task<McpReply> Elicitation(string message, ICallContext call) => ElicitAsync(call, message, """{"response":{"type":"string","description":"User's response"}}""");

    [Capability("test_elicitation_sep1034_defaults", Toolset, Effect.Read, "POST /conformance/elicitation-defaults")]
    [Description("Asks the client's user, with defaults.")]
    public Task<McpReply> Defaults(ICallContext call) => ElicitAsync(call, "Every type with a default", """
        {
          "name": { "type": "string", "description": "Name", "default": "John Doe" },
          "age": { "type": "integer", "description": "Age", "default": 30 },
          "score": { "type": "number", "description": "Score", "default": 95.5 },
          "status": { "type": "string", "description": "Status", "enum": ["active", "inactive", "pending"], "default": "active" },
          "verified": { "type": "boolean", "description": "Verified", "default": true }
        }
        """);

    [Capability("test_elicitation_sep1330_enums", Toolset, Effect.Read, "POST /conformance/elicitation-enums")]
    [Description("Asks the client's user, with every form of choice.")]
    public Task<McpReply> Enums(ICallContext call) => ElicitAsync(call, "Every form of choice", """
        {
          "untitledSingle": { "type": "string", "enum": ["option1", "option2", "option3"] },
          "titledSingle": { "type": "string", "oneOf": [{ "const": "value1", "title": "First Option" }, { "const": "value2", "title": "Second Option" }, { "const": "value3", "title": "Third Option" }] },
          "legacyEnum": { "type": "string", "enum": ["opt1", "opt2", "opt3"], "enumNames": ["Option One", "Option Two", "Option Three"] },
          "untitledMulti": { "type": "array", "items": { "type": "string", "enum": ["option1", "option2", "option3"] } },
          "titledMulti": { "type": "array", "items": { "anyOf": [{ "const": "value1", "title": "First Choice" }, { "const": "value2", "title": "Second Choice" }, { "const": "value3", "title": "Third Choice" }] } }
        }
        """);

    [Capability("test_missing_capability", Toolset, Effect.Read, "GET /conformance/missing-capability")]
    [Description("Needs a client that offers sampling.")]
    public McpReply MissingCapability(ICallContext call) => call.Mcp!.ClientCapabilities.TryGetProperty("sampling", out _)
        ? Samples.Tool(Samples.Text("The client offers sampling."))
        : McpReply.Refuse(-32021, "The client must offer sampling.", Samples.Element(new JsonObject { ["requiredCapabilities"] = new JsonObject { ["sampling"] = new JsonObject() } }));

    [Capability("test_streaming_elicitation", Toolset, Effect.Read, "GET /conformance/streaming")]
    [Description("Answers and asks nothing.")]
    public McpReply Streaming() => Samples.Tool(Samples.Text("nothing but a result"));

    private static Task LogAsync(ICallContext call, string line) => call.Mcp!.NotifyAsync(
        "notifications/message", Samples.Element(new JsonObject { ["level"] = "info", ["logger"] = "conformance", ["data"] = line }), call.CancellationToken);

    private static Task<McpReply> ElicitAsync(ICallContext call, string message, string properties) => AskAsync(call, "elicitation/create", new JsonObject
    {
        ["message"] = message,
        ["requestedSchema"] = new JsonObject { ["type"] = "object", ["properties"] = JsonNode.Parse(properties) },
    });

    private static async Task<McpReply> AskAsync(ICallContext call, string method, JsonObject parameters)
    {
        JsonElement answer = await call.Mcp!.AskAsync(method, Samples.Element(parameters), call.CancellationToken).ConfigureAwait(false);
        return Samples.Tool(Samples.Text($"The client answered: {answer.GetRawText()}"));
    }
}
