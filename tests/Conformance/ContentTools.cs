using System.ComponentModel;
using System.Text.Json.Nodes;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Conformance;

/// <summary>Tools that answer with each kind of content.</summary>
public sealed class ContentTools
{
    private const string Toolset = "conformance";

    [Capability("test_simple_text", Toolset, Effect.Read, "GET /conformance/simple-text")]
    [Description("Answers with text.")]
    public McpReply SimpleText() => Samples.Tool(Samples.Text("This is a simple text response for testing."));

    [Capability("test_image_content", Toolset, Effect.Read, "GET /conformance/image")]
    [Description("Answers with an image.")]
    public McpReply Image() => Samples.Tool(Samples.Image());

    [Capability("test_audio_content", Toolset, Effect.Read, "GET /conformance/audio")]
    [Description("Answers with audio.")]
    public McpReply Audio() => Samples.Tool(new JsonObject { ["type"] = "audio", ["data"] = Samples.Wav, ["mimeType"] = "audio/wav" });

    [Capability("test_embedded_resource", Toolset, Effect.Read, "GET /conformance/embedded")]
    [Description("Answers with an embedded resource.")]
    public McpReply Embedded() => Samples.Tool(Samples.Embedded("test://embedded-resource", "text/plain", "This is an embedded resource content."));

    [Capability("test_multiple_content_types", Toolset, Effect.Read, "GET /conformance/mixed")]
    [Description("Answers with text, an image and a resource.")]
    public McpReply Mixed() => Samples.Tool(
        Samples.Text("Multiple content types test:"),
        Samples.Image(),
        Samples.Embedded("test://mixed-content-resource", "application/json", """{"test":"data","value":123}"""));

    [Capability("test_error_handling", Toolset, Effect.Read, "GET /conformance/error")]
    [Description("Refuses every call.")]
    public McpReply Error() => throw new CapabilityException(ErrorCode.NotSupported, "This tool intentionally returns an error for testing", "Do not call it.");
}
