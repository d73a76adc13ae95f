using System.Text.Json.Nodes;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Conformance;

/// <summary>Prompts with each kind of content.</summary>
internal static class Prompts
{
    public static readonly McpPrompt Simple = new(
        "test_simple_prompt", "A prompt without arguments.", [], (_, _) => Task.FromResult(Samples.Prompt(Samples.Text("This is a simple prompt without arguments."))));

    public static readonly McpPrompt WithArguments = new(
        "test_prompt_with_arguments", "A prompt with arguments.", [new McpPromptArgument("arg1", "First argument"), new McpPromptArgument("arg2", "Second argument")],
        (arguments, _) => Task.FromResult(Samples.Prompt(Samples.Text($"Prompt with arguments: arg1='{arguments["arg1"]}', arg2='{arguments["arg2"]}'"))));

    public static readonly McpPrompt WithResource = new(
        "test_prompt_with_embedded_resource", "A prompt with a resource in it.", [new McpPromptArgument("resourceUri", "URI of the resource")],
        (arguments, _) => Task.FromResult(Samples.Prompt(
            Samples.Embedded(arguments["resourceUri"], "text/plain", "Embedded resource content for testing."), Samples.Text("Please process the embedded resource above."))));

    public static readonly McpPrompt WithImage = new(
        "test_prompt_with_image", "A prompt with an image in it.", [], (_, _) => Task.FromResult(Samples.Prompt(Samples.Image(), Samples.Text("Please analyze the image above."))));

    public static readonly McpPrompt WithInput = new(
        "test_input_required_result_prompt", "A prompt that asks its user first.", [],
        (_, call) => Task.FromResult(InputTools.Answer(call, "user_context") is { } answer
            ? Samples.Prompt(Samples.Text($"Please continue with: {answer.GetRawText()}"))
            : Samples.Ask(new JsonObject { ["user_context"] = Samples.Form("What context should the prompt use?", "context") })));
}
