using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Host.Faces.Mcp.Tools;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Host.Tests.Faces.Mcp;

/// <summary>Both ways in which an answer gets its content say the same.</summary>
public sealed class ToolAnswerTests
{
    public static TheoryData<string> Kinds => ["record", "text that needs escapes", "lines", "raw", "picture", "error"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_AnyAnswer_IsWhatTheLibraryWouldSend(string kind)
    {
        ToolAnswer answer = new(Outcome(kind));
        JsonObject facts = new() { ["isError"] = kind == "error" ? true : null, ["_meta"] = new JsonObject { ["opentrading/x"] = "<1>" }, ["content"] = new JsonArray() };
        var expected = (JsonObject)facts.DeepClone();
        answer.AddTo(expected);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            answer.Write(writer, facts);
        }

        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(buffer.WrittenSpan)), Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.DoesNotContain((byte)'\n', buffer.WrittenSpan.ToArray());
    }

    // A price keeps the digits of its symbol.
    [Fact]
    public void Write_Record_IsTheDispatchersBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            new ToolAnswer(new CallOutcome("""{"summary":"s","bid":1.10000}"""u8.ToArray(), "s")).Write(writer, []);
        }

        Assert.Contains("""
            "structuredContent":{"summary":"s","bid":1.10000}
            """, Encoding.UTF8.GetString(buffer.WrittenSpan), StringComparison.Ordinal);
    }

    private static CallOutcome Outcome(string kind) => kind switch
    {
        "record" => new CallOutcome("""{"summary":"s","rows":[[1.10,"a"]]}"""u8.ToArray(), "s"),
        "text that needs escapes" => new CallOutcome("""{"summary":"\"<ü\\\n\u2028>\""}"""u8.ToArray(), "\"<ü\\\n\u2028>\""),
        "lines" => new CallOutcome("{\r\n  \"summary\": \"s\",\n  \"value\": 1.10\n}"u8.ToArray(), "s"),
        "raw" => CallOutcome.Of(new RawResult { Summary = "s", Body = JsonElement.Parse("""{"ok":true}"""), Text = "in \"words\" of its own" }),
        "picture" => new CallOutcome("""{"summary":"s"}"""u8.ToArray(), "s") { Image = new McpImage(new byte[] { 0, 255, 62, 63 }, "image/png") },
        _ => CallOutcome.Of(new CapabilityException(ErrorCode.SymbolUnknown, "no", "do")),
    };
}
