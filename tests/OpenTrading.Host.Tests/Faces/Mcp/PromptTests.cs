using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Host.Tests.Faces.Mcp;

/// <summary>Prompts and completion, seen by a real client.</summary>
public sealed class PromptTests : IAsyncDisposable
{
    private readonly McpBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task List_Prompts_AreThoseWhoseToolsAreThere()
    {
        IList<McpClientPrompt> prompts = await (await _bench.ConnectAsync()).ListPromptsAsync();

        Assert.Equal(["client_rules"], prompts.Select(p => p.Name));
    }

    [Fact]
    public async Task Get_DeskPrompt_SaysTheRules()
    {
        GetPromptResult prompt = await (await _bench.ConnectAsync()).GetPromptAsync("client_rules");

        Assert.Contains("You never approve", Assert.IsType<TextContentBlock>(Assert.Single(prompt.Messages).Content).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PromptOfAPlugin_GetsItsArgumentsOrSaysWhichIsMissing()
    {
        _bench.Offers.Prompts.Add(new McpPrompt("greet", "Greets.", [new McpPromptArgument("name", "Who")], (arguments, _) => Task.FromResult(
            McpReply.Of("greeting", System.Text.Json.JsonElement.Parse($$"""{"messages":[{"role":"user","content":{"type":"text","text":"Hello {{arguments["name"]}}" } }]}""")))));
        McpClient client = await _bench.ConnectAsync();

        GetPromptResult prompt = await client.GetPromptAsync("greet", new Dictionary<string, object?> { ["name"] = "Ada" });
        McpProtocolException missing = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.GetPromptAsync("greet"));

        Assert.Equal("Hello Ada", Assert.IsType<TextContentBlock>(Assert.Single(prompt.Messages).Content).Text);
        Assert.Contains("greet: name: Required", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("symbol", "eur", "EURJPY,EURUSD")]
    [InlineData("symbol", "", "EURJPY,EURUSD,USDJPY")]
    [InlineData("timeframe", "h1", "H1,H12")]
    [InlineData("side", "b", "buy")]
    [InlineData("page", "r", "research,risk-rules,runbook")]
    [InlineData("strategyId", "sma", "sma-rsi")]
    [InlineData("nothing", "x", "")]
    public async Task Complete_ByArgument_ValuesThatBeginSo(string argument, string typed, string values)
    {
        CompleteResult result = await (await _bench.ConnectAsync()).CompleteAsync(new ResourceTemplateReference { Uri = "opentrading://bars/{symbol}/{timeframe}" }, argument, typed);

        Assert.Equal(values, string.Join(',', result.Completion.Values));
    }
}
