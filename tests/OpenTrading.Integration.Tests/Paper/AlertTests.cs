using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Integration.Tests.Program;
using OpenTrading.Integration.Tests.Rest;

namespace OpenTrading.Integration.Tests.Paper;

/// <summary>Alerts on a market that moves: over REST, over MCP, and over a crash.</summary>
public sealed class AlertTests(PaperHost host) : IClassFixture<PaperHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Alert_PriceMoves_IsToldListedAndNotedAndCanBeDeleted()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var reader = new StreamReader(await host.Client.GetStreamAsync("/events"));
        string[] ids = await AroundAsync();

        string fired = await NextAsync(reader, ids, patience.Token);
        (_, JsonElement list) = await host.GetAsync("/alerts?status=fired");
        (int deleted, _) = await host.SendAsync(HttpMethod.Delete, $"/alerts/{fired}", null, host.Token);
        (int again, _) = await host.SendAsync(HttpMethod.Delete, $"/alerts/{fired}", null, host.Token);

        JsonElement row = list.GetProperty("alerts").EnumerateArray().Single(a => a.GetProperty("alertId").GetString() == fired);
        Assert.Equal(("fired", 1), (row.GetProperty("status").GetString(), row.GetProperty("fired").GetArrayLength()));
        Assert.Equal((200, 404), (deleted, again));
        while (!Directory.GetFiles(host.Workspace.InHome("audit"), "*.jsonl", SearchOption.AllDirectories).Any(f => Text(f).Contains("alert.fired", StringComparison.Ordinal)))
        {
            await Task.Delay(50, patience.Token);
        }
    }

    [Fact]
    public async Task Alert_SubscribedOverMcp_IsToldAndRead()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using McpClient client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(host.Mcp, "/mcp"), AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {host.Token}" } }), new McpClientOptions { ProtocolVersion = "2025-11-25" }, cancellationToken: patience.Token);
        var told = System.Threading.Channels.Channel.CreateUnbounded<string?>();
        await using IAsyncDisposable listening = client.RegisterNotificationHandler(NotificationMethods.ResourceUpdatedNotification, (n, _) =>
        {
            told.Writer.TryWrite(n.Params?["uri"]?.GetValue<string>());
            return ValueTask.CompletedTask;
        });
        await client.SubscribeToResourceAsync("opentrading://alerts/fired", cancellationToken: patience.Token);

        decimal bid = await BidAsync();
        string[] ids = [await CreateAsync(client, "above", bid + 0.00001m), await CreateAsync(client, "below", bid - 0.00001m)];
        string read;
        do
        {
            Assert.Equal("opentrading://alerts/fired", await told.Reader.ReadAsync(patience.Token));
            read = Assert.IsType<TextResourceContents>(Assert.Single((await client.ReadResourceAsync("opentrading://alerts/fired", cancellationToken: patience.Token)).Contents)).Text;
        }
        while (!ids.Any(id => read.Contains(id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Alert_HostIsKilled_WaitsAfterwards()
    {
        using var workspace = new Workspace();
        using (RunningHost first = workspace.Start())
        {
            await first.LineWithAsync("REST at ");
            (await workspace.RunAsync("call", "create_alert", "--symbol", "TREND1", "--condition", "above", "--price", "99999", "--note", "far")).RequireSuccess();
            await first.KillAsync();
        }

        using RunningHost second = workspace.Start();
        await second.LineWithAsync("REST at ");
        Outcome list = await workspace.RunAsync("call", "list_alerts", "--json");
        (await workspace.RunAsync("stop")).RequireSuccess();

        Assert.Equal("far", list.Json.GetProperty("alerts")[0].GetProperty("note").GetString());
    }

    [Theory]
    [InlineData("""{"symbol":"TREND1","condition":"above"}""", 400, "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"TREND1","condition":"expression","expression":"rsi(14) <"}""", 400, "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"TREND1","condition":"above","price":2,"webhook":"https://169.254.169.254/latest"}""", 400, "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"NOPE","condition":"above","price":2}""", 404, "SYMBOL_UNKNOWN")]
    public async Task Alert_BadArgument_RightStatusAndCode(string body, int status, string code)
    {
        (int answered, JsonElement answer) = await host.PostAsync("/alerts", body, host.Token);

        Assert.Equal((status, code), (answered, RestHost.Code(answer)));
    }

    private static string Text(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }

    private static async Task<string> NextAsync(StreamReader reader, string[] ids, CancellationToken cancellationToken)
    {
        while (true)
        {
            string line = await reader.ReadLineAsync(cancellationToken) ?? throw new EndOfStreamException();
            if (line == "event: alert" && JsonElement.Parse((await reader.ReadLineAsync(cancellationToken))![6..]).GetProperty("alertId").GetString() is { } id && ids.Contains(id))
            {
                return id;
            }
        }
    }

    private static async Task<string> CreateAsync(McpClient client, string condition, decimal price)
    {
        CallToolResult made = await client.CallToolAsync("create_alert", new Dictionary<string, object?> { ["symbol"] = "TREND1", ["condition"] = condition, ["price"] = price });
        return made.StructuredContent!.Value.GetProperty("alertId").GetString()!;
    }

    private async Task<decimal> BidAsync() => (await host.GetAsync("/market/quote/TREND1")).Answer.GetProperty("bid").GetDecimal();

    // Wherever the price goes, one of the two is met.
    private async Task<string[]> AroundAsync()
    {
        decimal bid = await BidAsync();
        return [await MadeAsync("above", bid + 0.00001m), await MadeAsync("below", bid - 0.00001m)];
    }

    private async Task<string> MadeAsync(string condition, decimal price) =>
        (await host.PostAsync("/alerts", string.Create(CultureInfo.InvariantCulture, $$"""{"symbol":"TREND1","condition":"{{condition}}","price":{{price}}}"""), host.Token)).Answer.GetProperty("alertId").GetString()!;
}
