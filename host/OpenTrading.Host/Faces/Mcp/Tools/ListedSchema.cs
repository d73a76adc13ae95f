using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Faces.Mcp.Tools;

/// <summary>
/// The arguments of a tool as a list shows them. What is the same for all tools stands once in the server's instructions instead: the names of timeframes, the
/// bounds of arguments that recur, that unknown ones are refused. <c>describe_tool</c> has the whole schema, and the call is judged by that.
/// </summary>
internal static class ListedSchema
{
    private static readonly string[] Recurring = ["limit", "bars"];
    private static readonly string[] TimeframeNames = [.. Timeframes.All.Select(t => t.ToString())];

    /// <summary>The short form of a schema.</summary>
    public static JsonElement Of(JsonObject schema)
    {
        var listed = (JsonObject)schema.DeepClone();
        listed.Remove("additionalProperties");
        foreach ((string name, JsonNode? argument) in listed["properties"] as JsonObject ?? [])
        {
            Shorten(argument as JsonObject);
            Shorten(argument?["items"] as JsonObject);
            if (argument is JsonObject bounded && Recurring.Contains(name))
            {
                bounded.Remove("minimum");
                bounded.Remove("maximum");
            }
        }

        return JsonSerializer.SerializeToElement(listed);
    }

    private static void Shorten(JsonObject? type)
    {
        if (type?["enum"] is JsonArray choices && choices.Select(c => c?.ToString()).SequenceEqual(TimeframeNames))
        {
            type.Remove("enum");
        }
    }
}
