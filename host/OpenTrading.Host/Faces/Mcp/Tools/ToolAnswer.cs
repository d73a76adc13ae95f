using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Kernel.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Tools;

/// <summary>
/// The content of a tool's answer, added when it is sent. The protocol library would write it and read it again before that, and of a long list of
/// bars this is most of what a call costs.
/// </summary>
/// <param name="outcome">What became of the call.</param>
internal sealed class ToolAnswer(CallOutcome outcome)
{
    /// <summary>Gives a result its content: the record, for those that read text alone its summary and the record, and the picture where there is one.</summary>
    public void WriteTo(JsonObject result)
    {
        var content = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = outcome.Raw?.Text ?? Text() });
        if (outcome.Image is { } image)
        {
            content.Add((JsonNode)new JsonObject { ["type"] = "image", ["data"] = Convert.ToBase64String(image.Bytes.Span), ["mimeType"] = image.MimeType });
        }

        result["content"] = content;
        result["structuredContent"] = JsonObject.Create(JsonElement.Parse(outcome.Body.Span));
    }

    private string Text()
    {
        ReadOnlyMemory<byte> record = outcome.Body;
        string summary = outcome.Summary;
        return string.Create(summary.Length + 1 + Encoding.UTF8.GetCharCount(record.Span), (summary, record), static (text, parts) =>
        {
            parts.summary.CopyTo(text);
            text[parts.summary.Length] = '\n';
            Encoding.UTF8.GetChars(parts.record.Span, text[(parts.summary.Length + 1)..]);
        });
    }
}
