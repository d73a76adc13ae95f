using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>Whatever arrives at the transports, they answer in the protocol's words or not at all, and serve the next one.</summary>
public sealed class McpRandomInputTests(McpHost host) : IClassFixture<McpHost>
{
    private static readonly string[] Methods =
        ["initialize", "ping", "tools/list", "tools/call", "resources/list", "resources/read", "prompts/get", "completion/complete", "resources/subscribe", "logging/setLevel", "notifications/cancelled", "nonsense", ""];

    private static Gen<string> Message =>
        from id in Gen.Frequency((4, Gen.Choose(1, 1_000_000).Select(i => $"\"id\":{i},")), (1, Gen.Elements("", "\"id\":null,", "\"id\":1.5,", "\"id\":\"x\",", "\"id\":{},")))
        from version in Gen.Frequency((6, Gen.Constant("\"2.0\"")), (1, RandomJson.Value(0)))
        from method in Gen.Frequency((6, Gen.Elements(Methods).Select(m => JsonSerializer.Serialize(m))), (1, RandomJson.Value(1)))
        from parameters in Gen.Frequency(
            (3, RandomJson.Value(2)),
            (2, RandomJson.Value(1).Select(v => $$"""{"name":"get_quote","arguments":{{v}}}""")),
            (1, RandomJson.Value(1).Select(v => $$"""{"uri":{{v}},"_meta":{"progressToken":{{v}} } }""")),
            (1, RandomJson.Value(1).Select(v => $$"""{"ref":{"type":"ref/prompt","name":"trade_plan"},"argument":{"name":"symbol","value":{{v}} } }""")))
        select $$"""{"jsonrpc":{{version}},{{id}}"method":{{method}},"params":{{parameters}}}""";

    [Fact]
    public async Task Post_RandomMessages_AreAnsweredAndTheSessionLives()
    {
        string session = await host.OpenAsync();

        Check(Message, 300, async message =>
        {
            using HttpResponseMessage response = await host.PostAsync(message, ("Mcp-Session-Id", session));
            return await IsOrderlyAsync(response);
        });

        using HttpResponseMessage ping = await host.PostAsync("""{"jsonrpc":"2.0","id":"last","method":"ping"}""", ("Mcp-Session-Id", session));
        Assert.Contains("\"result\"", await ping.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Post_RandomMessagesWithoutSessions_AreAnswered() => Check(
        Message,
        150,
        async message =>
        {
            using HttpResponseMessage response = await host.PostAsync(message, ("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", "tools/call"), ("Mcp-Name", "get_quote"));
            return await IsOrderlyAsync(response);
        });

    [Fact]
    public async Task Stdio_RandomLines_AreAnsweredAndTheNextOneIsServed()
    {
        using var client = new StdioLines(host.Workspace);
        await client.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""");
        Assert.Contains("\"serverInfo\"", await client.AnswerToAsync(1), StringComparison.Ordinal);
        int id = 2_000_000;

        Check(Gen.OneOf(Message, RandomJson.Value(2), Gen.Choose(32, 126).Select(c => (char)c).ArrayOf(40).Select(c => new string(c))), 100, async line =>
        {
            await client.SendAsync(line);
            await client.SendAsync($$"""{"jsonrpc":"2.0","id":{{++id}},"method":"ping"}""");
            return (await client.AnswerToAsync(id)).Contains("\"result\"", StringComparison.Ordinal);
        });
    }

    private static void Check(Gen<string> inputs, int rounds, Func<string, Task<bool>> holds) =>
        Prop.ForAll(inputs.ToArbitrary(), input => holds(input).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(rounds).WithReplay(20261122, 1));

    private static async Task<bool> IsOrderlyAsync(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync();
        return (int)response.StatusCode is 200 or 202 or 400 or 404 && !text.Contains("   at ", StringComparison.Ordinal) && !text.Contains("Exception", StringComparison.Ordinal);
    }
}
