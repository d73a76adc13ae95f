using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>The host itself as an AI client meets it.</summary>
public sealed class SystemTests(McpHost host) : IClassFixture<McpHost>
{
    [Fact]
    public async Task System_OverMcp_TellsHealthTransportsPluginsAndNothingOfOperators()
    {
        await using McpClient client = await host.ConnectAsync(HttpTransportMode.StreamableHttp, "/mcp", "2025-11-25");

        JsonElement health = await CallAsync(client, "health");
        JsonElement mcp = await CallAsync(client, "mcp_health");
        JsonElement plugins = await CallAsync(client, "list_plugins", ("kind", "script"));
        CallToolResult hidden = await client.CallToolAsync("get_config", new Dictionary<string, object?>());

        Assert.Equal(("ok", "data-only"), (health.GetProperty("status").GetString(), health.GetProperty("mode").GetString()));
        JsonElement http = mcp.GetProperty("transports").EnumerateArray().Single(t => t.GetProperty("kind").GetString() == "http");
        Assert.Equal((new Uri(host.Url, "/mcp").ToString(), true), (http.GetProperty("url").GetString(), http.GetProperty("clients").GetInt32() >= 1));
        IList<McpClientTool> tools = await client.ListToolsAsync();
        Assert.Equal(tools.Count, mcp.GetProperty("toolCount").GetInt32());
        Assert.DoesNotContain(tools, t => t.Name is "get_config" or "set_config" or "reload_plugin" or "set_plugin_enabled");
        Assert.All(plugins.GetProperty("plugins").EnumerateArray(), p => Assert.Equal("script", p.GetProperty("kind").GetString()));
        Assert.True(hidden.IsError);
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string name, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await client.CallToolAsync(name, arguments.ToDictionary(a => a.Name, a => a.Value));
        Assert.NotEqual(true, result.IsError);
        return result.StructuredContent!.Value;
    }
}
