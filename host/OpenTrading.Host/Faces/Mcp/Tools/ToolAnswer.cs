using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Kernel.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Tools;

/// <summary>
/// The content of a tool's answer, added when it is sent: the record, for those that read text alone its summary and the record, and the picture where
/// there is one. The dispatcher serialised the record; to read and write that again is most of what a call for a long list of bars costs.
/// </summary>
/// <param name="outcome">What became of the call.</param>
internal sealed class ToolAnswer(CallOutcome outcome)
{
    private const string Content = "content";
    private const string Structured = "structuredContent";

    /// <summary>Adds the content to a result that others serialise.</summary>
    public void AddTo(JsonObject result)
    {
        var content = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = outcome.Raw?.Text ?? $"{outcome.Summary}\n{Encoding.UTF8.GetString(outcome.Body.Span)}" });
        if (outcome.Image is { } image)
        {
            content.Add((JsonNode)new JsonObject { ["type"] = "image", ["data"] = Convert.ToBase64String(image.Bytes.Span), ["mimeType"] = image.MimeType });
        }

        result[Content] = content;
        result[Structured] = JsonObject.Create(JsonElement.Parse(outcome.Body.Span));
    }

    /// <summary>Writes a result with the content in it; the record goes over as the bytes it is.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="result">All but the content.</param>
    public void Write(Utf8JsonWriter writer, JsonObject result)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(Content);
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WritePropertyName("text");
        WriteText(writer);
        writer.WriteEndObject();
        if (outcome.Image is { } image)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "image");
            writer.WriteBase64String("data", image.Bytes.Span);
            writer.WriteString("mimeType", image.MimeType);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName(Structured);
        WriteRecord(writer);
        foreach ((string name, JsonNode? value) in result.Where(member => member.Key is not (Content or Structured)))
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, ModelContextProtocol.McpJsonUtilities.DefaultOptions);
        }

        writer.WriteEndObject();
    }

    private void WriteRecord(Utf8JsonWriter writer)
    {
        ReadOnlySpan<byte> record = outcome.Body.Span;
        if (record.IndexOfAny("\r\n"u8) < 0)
        {
            writer.WriteRawValue(record, skipInputValidation: true);
            return;
        }

        // A host elsewhere wrote it. A line that ends would end the event that it is sent in.
        JsonElement.Parse(record).WriteTo(writer);
    }

    private void WriteText(Utf8JsonWriter writer)
    {
        if (outcome.Raw?.Text is { } own)
        {
            writer.WriteStringValue(own);
            return;
        }

        ReadOnlySpan<byte> record = outcome.Body.Span;
        byte[] text = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(outcome.Summary.Length) + 1 + record.Length);
        int length = Encoding.UTF8.GetBytes(outcome.Summary, text);
        text[length++] = (byte)'\n';
        record.CopyTo(text.AsSpan(length));
        writer.WriteStringValue(text.AsSpan(0, length + record.Length));
        ArrayPool<byte>.Shared.Return(text);
    }
}
