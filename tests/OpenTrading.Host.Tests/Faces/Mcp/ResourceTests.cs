using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Host.Tests.Faces.Mcp;

/// <summary>Reading by URI, seen by a real client.</summary>
public sealed class ResourceTests : IAsyncDisposable
{
    private readonly McpBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task List_Templates_AreThoseWhoseCapabilityIsThere()
    {
        _bench.Offers.Resources.Add(new McpResource("notes://today", "notes", "Notes.", "text/plain", (_, _) => Task.FromResult(McpContent.Of("x"))));
        McpClient client = await _bench.ConnectAsync();

        Assert.Equal(["opentrading://quote/{symbol}", "opentrading://docs/{page}"], (await client.ListResourceTemplatesAsync()).Select(t => t.UriTemplate));
        Assert.Equal(["notes://today"], (await client.ListResourcesAsync()).Select(r => r.Uri));
    }

    [Fact]
    public async Task Read_OfACapability_IsItsResult()
    {
        ReadResourceResult read = await (await _bench.ConnectAsync()).ReadResourceAsync("opentrading://quote/EURUSD");

        TextResourceContents content = Assert.IsType<TextResourceContents>(Assert.Single(read.Contents));
        Assert.Equal("application/json", content.MimeType);
        Assert.Equal(1.1, JsonElement.Parse(content.Text).GetProperty("value").GetDouble());
    }

    [Theory]
    [InlineData("sop", "# How to work at this desk")]
    [InlineData("tools", "# The tools you see now")]
    public async Task Read_PageOfTheDesk_IsMarkdown(string page, string begin)
    {
        ReadResourceResult read = await (await _bench.ConnectAsync()).ReadResourceAsync($"opentrading://docs/{page}");

        TextResourceContents content = Assert.IsType<TextResourceContents>(Assert.Single(read.Contents));
        Assert.Equal("text/markdown", content.MimeType);
        Assert.StartsWith(begin, content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_PageOfTools_NamesThoseItsReaderSees()
    {
        string page = Assert.IsType<TextResourceContents>(Assert.Single((await (await _bench.ConnectAsync(toolsets: "market")).ReadResourceAsync("opentrading://docs/tools")).Contents)).Text;

        Assert.Contains("- `get_quote` R Quotes.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("release", page, StringComparison.Ordinal);
        Assert.DoesNotContain("`compute`", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opentrading://docs/nothing")]
    [InlineData("opentrading://audit/checkpoint")]
    [InlineData("opentrading://symbol/EURUSD")]
    [InlineData("nonsense")]
    public async Task Subscribe_ToWhatNeverChanges_IsRefused(string uri)
    {
        McpClient client = await _bench.ConnectAsync();

        Assert.Equal(McpErrorCode.InvalidParams, (await Assert.ThrowsAsync<McpProtocolException>(async () => await client.SubscribeToResourceAsync(uri))).ErrorCode);
    }

    [Theory]
    [InlineData(McpBench.Older, "opentrading://docs/nothing", McpErrorCode.ResourceNotFound)]
    [InlineData(McpBench.Older, "opentrading://docs/..%2Fsop", McpErrorCode.ResourceNotFound)]
    [InlineData(McpBench.Older, "opentrading://quote/NOPE", McpErrorCode.ResourceNotFound)]
    [InlineData(McpBench.Older, "opentrading://nothing", McpErrorCode.ResourceNotFound)]
    [InlineData(McpBench.Older, "opentrading://bars/EURUSD/H1", McpErrorCode.ResourceNotFound)]
    [InlineData("2026-07-28", "opentrading://nothing", McpErrorCode.InvalidParams)]
    public async Task Read_OfNothing_IsTheRevisionsError(string version, string uri, McpErrorCode code)
    {
        McpClient client = await _bench.ConnectAsync(version: version);

        McpProtocolException e = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync(uri));

        Assert.Equal(code, e.ErrorCode);
    }

    [Fact]
    public async Task Read_OfAPlugin_GetsTheVariablesDecoded()
    {
        _bench.Offers.Resources.Add(new McpResource("notes://{day}/{page}", "notes", "Notes.", "text/plain", (v, _) => Task.FromResult(McpContent.Of($"{v["day"]}|{v["page"]}"))));

        ReadResourceResult read = await (await _bench.ConnectAsync()).ReadResourceAsync("notes://2026-01-05/a%20b");

        Assert.Equal("2026-01-05|a b", Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text);
    }

    [Fact]
    public async Task Read_OfAPluginThatThrows_TellsNothingOfIt()
    {
        _bench.Offers.Resources.Add(new McpResource("notes://bad", "notes", "Notes.", "text/plain", (_, _) => throw new InvalidOperationException("hunter2")));
        _bench.Offers.Resources.Add(new McpResource("notes://off", "notes", "Notes.", "text/plain", (_, _) => throw new CapabilityException(ErrorCode.DataUnavailable, "No notes", "Write some.")));
        McpClient client = await _bench.ConnectAsync();

        McpProtocolException bad = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync("notes://bad"));
        McpProtocolException off = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync("notes://off"));

        Assert.DoesNotContain("hunter2", bad.Message, StringComparison.Ordinal);
        Assert.Contains("DATA_UNAVAILABLE: No notes. Write some.", off.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscribe_LiveResource_IsToldOfUpdates()
    {
        McpClient client = await _bench.ConnectAsync();
        var told = new TaskCompletionSource<string?>();
        await using IAsyncDisposable listening = client.RegisterNotificationHandler(NotificationMethods.ResourceUpdatedNotification, (n, _) =>
        {
            told.TrySetResult(n.Params?["uri"]?.GetValue<string>());
            return ValueTask.CompletedTask;
        });

        await client.SubscribeToResourceAsync("opentrading://quote/EURUSD");
        await _bench.Face.Changes.ResourcesUpdatedAsync();

        Assert.Equal("opentrading://quote/EURUSD", await told.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
