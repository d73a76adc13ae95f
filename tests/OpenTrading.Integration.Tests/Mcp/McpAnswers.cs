using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>Calls whose answers are waited for.</summary>
internal static class McpAnswers
{
    /// <summary>Calls a tool that must succeed.</summary>
    /// <returns>Its record; of a job the record with its result.</returns>
    public static async Task<JsonElement> AskAsync(this McpClient client, string tool, string arguments)
    {
        JsonElement answer = (await client.CallAsync(tool, arguments)).StructuredContent!.Value;
        if (tool == "get_job_result" || !answer.TryGetProperty("jobId", out JsonElement job))
        {
            return answer;
        }

        // A busy machine may need longer for a job than a call waits.
        for (int i = 0; i < 30 && !answer.TryGetProperty("result", out _); i++)
        {
            answer = await client.AskAsync("get_job_result", $$"""{"jobId":{{job.GetRawText()}}}""");
        }

        return answer;
    }

    /// <summary>Result of a job.</summary>
    public static async Task<JsonElement> JobAsync(this McpClient client, string tool, string arguments) => (await client.AskAsync(tool, arguments)).GetProperty("result");

    /// <summary>Calls a tool that must succeed.</summary>
    public static async Task<CallToolResult> CallAsync(this McpClient client, string tool, string arguments)
    {
        Dictionary<string, object?> values = JsonElement.Parse(arguments).EnumerateObject().ToDictionary(a => a.Name, a => (object?)a.Value);
        CallToolResult result = await client.CallToolAsync(tool, values);
        Assert.True(result.IsError is not true, JsonSerializer.Serialize(result.Content));
        return result;
    }
}
