using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Conformance;

/// <summary>Tools that answer with a question, and go on when the client calls again with its answer.</summary>
public sealed class InputTools
{
    private const string Toolset = "conformance";
    private const int InvalidParams = -32602;
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Capability("test_input_required_result_elicitation", Toolset, Effect.Read, "POST /conformance/input/elicitation")]
    [Description("Asks the user for a name.")]
    public McpReply Elicitation(ICallContext call) => Member(Member(Answer(call, "user_name"), "content"), "name") is { ValueKind: JsonValueKind.String } name
        ? Text($"Hello, {name.GetString()}!")
        : Samples.Ask(new JsonObject { ["user_name"] = Samples.Form("What is your name?", "name") });

    [Capability("test_input_required_result_sampling", Toolset, Effect.Read, "POST /conformance/input/sampling")]
    [Description("Asks the model for a capital.")]
    public McpReply Sampling(ICallContext call) => Answer(call, "capital_question") is { } answer
        ? Text($"The model said: {answer.GetRawText()}")
        : Samples.Ask(new JsonObject { ["capital_question"] = Samples.Sampling("What is the capital of France?") });

    [Capability("test_input_required_result_list_roots", Toolset, Effect.Read, "POST /conformance/input/roots")]
    [Description("Asks the client for its roots.")]
    public McpReply Roots(ICallContext call) => Answer(call, "client_roots") is { } answer
        ? Text($"The client has: {answer.GetRawText()}")
        : Samples.Ask(new JsonObject { ["client_roots"] = Samples.Roots() });

    [Capability("test_input_required_result_request_state", Toolset, Effect.Read, "POST /conformance/input/state")]
    [Description("Hands out a state and wants it back.")]
    public McpReply State(ICallContext call) => StateOf(call) switch
    {
        null => AskConfirmation("state-1"),
        "state-1" => Text("state-ok: the state came back"),
        _ => McpReply.Refuse(InvalidParams, "The state is not the one handed out."),
    };

    [Capability("test_input_required_result_multiple_inputs", Toolset, Effect.Read, "POST /conformance/input/multiple")]
    [Description("Asks three things at once.")]
    public McpReply Multiple(ICallContext call) => Answer(call, "user_name") is not null && Answer(call, "greeting") is not null && Answer(call, "client_roots") is not null
        ? Text("multiple-inputs-ok: all three came back")
        : Samples.Ask(
            new JsonObject { ["user_name"] = Samples.Form("What is your name?", "name"), ["greeting"] = Samples.Sampling("Generate a greeting"), ["client_roots"] = Samples.Roots() },
            "multiple");

    [Capability("test_input_required_result_multi_round", Toolset, Effect.Read, "POST /conformance/input/rounds")]
    [Description("Asks twice.")]
    public McpReply Rounds(ICallContext call) => StateOf(call) switch
    {
        null => Samples.Ask(new JsonObject { ["step1"] = Samples.Form("Step 1: What is your name?", "name") }, "round-1"),
        "round-1" => Samples.Ask(new JsonObject { ["step2"] = Samples.Form("Step 2: What is your favorite color?", "color") }, "round-2"),
        _ => Text("multi-round-ok"),
    };

    [Capability("test_input_required_result_tampered_state", Toolset, Effect.Read, "POST /conformance/input/tampered")]
    [Description("Hands out a signed state and refuses a changed one.")]
    public McpReply Tampered(ICallContext call)
    {
        if (StateOf(call) is not { } state)
        {
            string nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
            return AskConfirmation($"{nonce}.{Sign(nonce)}");
        }

        return state.Split('.', 2) is [{ } signed, { } signature] && Sign(signed) == signature
            ? Text("tampered-state-ok: the signature holds")
            : McpReply.Refuse(InvalidParams, "The state was changed.");
    }

    [Capability("test_input_required_result_capabilities", Toolset, Effect.Read, "POST /conformance/input/capabilities")]
    [Description("Asks for what the client can do.")]
    public McpReply Capabilities(ICallContext call)
    {
        if (Member(call.Mcp!.Parameters, "inputResponses") is { ValueKind: JsonValueKind.Object } answers && answers.EnumerateObject().Any())
        {
            return Text("capability-check-ok: answers came back");
        }

        var asked = new JsonObject();
        if (Can(call, "sampling"))
        {
            asked["capital_question"] = Samples.Sampling("What is the capital of France?");
        }

        if (Can(call, "elicitation"))
        {
            asked["user_name"] = Samples.Form("What is your name?", "name");
        }

        if (Can(call, "roots"))
        {
            asked["client_roots"] = Samples.Roots();
        }

        return asked.Count == 0 ? Text("capability-check-ok: the client can be asked nothing") : Samples.Ask(asked);
    }

    /// <summary>The client's answer to a question; null when it has given none.</summary>
    internal static JsonElement? Answer(ICallContext call, string question) => Member(Member(call.Mcp!.Parameters, "inputResponses"), question);

    // What a client sends back may be of any shape.
    private static JsonElement? Member(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out JsonElement member) ? member : null;

    private static string? StateOf(ICallContext call) => Member(call.Mcp!.Parameters, "requestState") is { ValueKind: JsonValueKind.String } state ? state.GetString() : null;

    private static bool Can(ICallContext call, string capability) => call.Mcp!.ClientCapabilities.TryGetProperty(capability, out _);

    private static McpReply AskConfirmation(string state) => Samples.Ask(new JsonObject { ["confirm"] = Samples.Form("Please confirm", "ok", "boolean") }, state);

    private static McpReply Text(string text) => Samples.Tool(Samples.Text(text));

    private static string Sign(string text) => Convert.ToHexString(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(text)));
}
