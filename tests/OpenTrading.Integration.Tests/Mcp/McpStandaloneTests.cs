using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Integration.Tests.Program;
using OpenTrading.Integration.Tests.Rest;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary><c>opentrading mcp --url</c>: an MCP server that has no desk of its own.</summary>
public sealed class McpStandaloneTests(RestHost host) : IClassFixture<RestHost>
{
    private string Url => host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Call_WithATokenOfTheDesk_IsAnsweredAndJournaledThereUnderItsName()
    {
        using RunningHost server = Start("--url", Url, "--listen", "127.0.0.1:0");
        Uri address = await AddressAsync(server);
        await using McpClient client = await ConnectAsync(address, host.Token);

        Assert.Contains(await client.ListToolsAsync(), t => t.Name == "get_market_bars");
        JsonElement direct = (await host.PostAsync("/market/bars", """{"symbol":"EURUSD","count":2}""")).Answer;
        CallToolResult bars = await client.CallToolAsync("get_market_bars", Arguments(("symbol", "EURUSD"), ("count", 2)));

        Assert.Equal(direct.GetProperty("rows").GetRawText(), bars.StructuredContent!.Value.GetProperty("rows").GetRawText());
        JsonElement call = (await host.Workspace.RunAsync("audit", "show", "--type", "capability.called", "--limit", "1", "--json")).Json.GetProperty("records")[0];
        Assert.Equal("client:desk", call.GetProperty("actor").GetString());
        ReadResourceResult quote = await client.ReadResourceAsync("opentrading://quote/EURUSD");
        Assert.Contains("file:EURUSD", Assert.IsType<TextResourceContents>(Assert.Single(quote.Contents)).Text, StringComparison.Ordinal);
        CompleteResult symbols = await client.CompleteAsync(new ResourceTemplateReference { Uri = "opentrading://quote/{symbol}" }, "symbol", "EURU");
        Assert.Equal(["EURUSD"], symbols.Completion.Values);
        await EndAsync(server);
    }

    [Fact]
    public async Task Call_Refused_IsTheDesksRefusal()
    {
        using RunningHost server = Start("--url", Url, "--listen", "127.0.0.1:0");
        await using McpClient client = await ConnectAsync(await AddressAsync(server), host.Token);

        Assert.Equal("SYMBOL_UNKNOWN", await CodeAsync(client, "get_quote", ("symbol", "NOPE")));
        Assert.Equal("VALIDATION_ERROR", await CodeAsync(client, "get_quote", ("symbl", "EURUSD")));

        // The desk lets an analyst do this over REST, and this server shows AI clients data alone.
        Assert.Equal("NOT_PERMITTED", await CodeAsync(client, "set_watchlist", ("symbols", "EURUSD")));
        Assert.Equal("NOT_PERMITTED", await CodeAsync(client, "create_token", ("name", "own")));
        await EndAsync(server);
    }

    [Theory]
    [InlineData("Bearer ot_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer ses_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task Post_WithoutATokenOfTheDesk_IsUnauthenticated(string authorization)
    {
        using RunningHost server = Start("--url", Url, "--listen", "127.0.0.1:0");
        Uri address = await AddressAsync(server);

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(address, ("Authorization", authorization)));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(address, ("Origin", "http://evil.example")));
        await EndAsync(server);
    }

    // An operator's session opens more at the desk than an AI client may ever do.
    [Fact]
    public async Task Post_AnOperatorsSession_IsRefused()
    {
        using RunningHost server = Start("--url", Url, "--listen", "127.0.0.1:0");
        Uri address = await AddressAsync(server);
        string session = (await host.PostAsync("/operator/session/start", $$"""{"operator":"operator","passphrase":"{{RestHost.Passphrase}}"}""")).Answer.GetProperty("sessionId").GetString()!;

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(address, ("Authorization", $"Bearer {session}")));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(address, ("Authorization", $"Bearer {host.Token}")));
        await EndAsync(server);
    }

    [Fact]
    public async Task Call_OverStdioWithATokenFile_IsAnswered()
    {
        host.Workspace.Write("token", host.Token + "\n");
        await using McpClient client = await McpHost.ConnectAsync(host.Workspace, "--url", Url, "--token-file", "token", "--toolsets", "market");

        IList<McpClientTool> tools = await client.ListToolsAsync();
        CallToolResult quote = await client.CallToolAsync("get_quote", Arguments(("symbol", "EURUSD")));

        Assert.Contains(tools, t => t.Name == "get_quote");
        Assert.DoesNotContain(tools, t => t.Name == "check_risk");
        Assert.Equal("file:EURUSD", quote.StructuredContent!.Value.GetProperty("source").GetString());
    }

    [Theory]
    [InlineData(78, "--listen", "0.0.0.0:0")]
    [InlineData(2, "--listen", "127.0.0.1:0", "--fingerprint", "12")]
    [InlineData(2, "--token-file", "passphrase")]
    public async Task Start_OpenOrNonsense_IsRefused(int exitCode, params string[] arguments)
    {
        Outcome outcome = await host.Workspace.RunAsync(["mcp", "--url", Url, .. arguments]);

        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.DoesNotContain(RestHost.Passphrase, outcome.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--url", "http://user:pass@desk.example:8010")]
    [InlineData(2, "--url", "desk")]
    [InlineData(2, "--listen", "127.0.0.1:0")]
    public async Task Start_NoHostNamed_IsRefused(int exitCode, params string[] arguments) =>
        Assert.Equal(exitCode, (await host.Workspace.RunAsync(["mcp", .. arguments])).ExitCode);

    [Fact]
    public async Task Start_TokenNotHonoured_SaysSo()
    {
        host.Workspace.Write("foreign", "ot_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        Outcome outcome = await host.Workspace.RunAsync("mcp", "--url", Url, "--listen", "127.0.0.1:0", "--token-file", "foreign");

        Assert.Equal((4, $"error: The host at {Url}/ does not honour this server's token. Make one there with 'opentrading token new'."), (outcome.ExitCode, outcome.Complaint));
    }

    [Fact]
    public async Task Call_DeskGoneAndBack_IsNotConnectedMeanwhile()
    {
        using var desk = new Workspace();
        using RunningHost first = desk.Start();
        string url = (await first.LineWithAsync("REST at http://")).Split(' ')[2].TrimEnd(',');
        desk.Variables["OPENTRADING__SERVER__REST_LISTEN"] = new Uri(url).Authority;
        using RunningHost server = Start("--url", url, "--listen", "127.0.0.1:0");
        await using McpClient client = await ConnectAsync(await AddressAsync(server), null);
        Assert.Equal("synthetic", (await client.CallToolAsync("get_quote", Arguments(("symbol", "TREND1")))).StructuredContent!.Value.GetProperty("source").GetString());

        (await desk.RunAsync("stop")).RequireSuccess();
        await first.EndAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await UntilAsync(await AddressAsync(server), HttpStatusCode.ServiceUnavailable));
        using RunningHost second = desk.Start();
        await second.LineWithAsync("REST at ");

        Assert.Equal(HttpStatusCode.OK, await UntilAsync(await AddressAsync(server), HttpStatusCode.OK));
        (await desk.RunAsync("stop")).RequireSuccess();
        await EndAsync(server);
    }

    [Fact]
    public async Task Call_OverTls_TrustsTheFingerprintAlone()
    {
        using var desk = new Workspace();
        string fingerprint = (await desk.RunAsync("tls", "new", "--json")).Json.GetProperty("sha256").GetString()!;
        desk.Variables["OPENTRADING__SECURITY__TLS"] = "true";
        using RunningHost running = desk.Start();
        string url = (await running.LineWithAsync("REST at https://")).Split(' ')[2].TrimEnd(',');

        using RunningHost server = Start("--url", url, "--fingerprint", fingerprint.ToUpperInvariant(), "--listen", "127.0.0.1:0");
        await using McpClient client = await ConnectAsync(await AddressAsync(server), null);
        Assert.Equal("synthetic", (await client.CallToolAsync("get_quote", Arguments(("symbol", "TREND1")))).StructuredContent!.Value.GetProperty("source").GetString());

        using RunningHost other = Start("--url", url, "--fingerprint", new string('0', 64), "--listen", "127.0.0.1:0");
        await other.SignalAsync("TERM");
        Outcome refused = await other.EndAsync();
        Assert.DoesNotContain("mcp       at", refused.Output, StringComparison.Ordinal);
        await EndAsync(server);
        (await desk.RunAsync("stop")).RequireSuccess();
    }

    private static Dictionary<string, object?> Arguments(params (string Name, object Value)[] arguments) => arguments.ToDictionary(a => a.Name, a => (object?)a.Value);

    private static async Task<string?> CodeAsync(McpClient client, string tool, params (string Name, object Value)[] arguments)
    {
        CallToolResult result = await client.CallToolAsync(tool, Arguments(arguments));
        return result.StructuredContent!.Value.GetProperty("error").GetProperty("code").GetString();
    }

    private static async Task<HttpStatusCode> PostAsync(Uri server, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "/mcp"))
        {
            Content = new StringContent(
                """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""",
                new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await McpHost.Http.SendAsync(request);
        return response.StatusCode;
    }

    // What the server knows of its desk it believes for some seconds.
    private static async Task<HttpStatusCode> UntilAsync(Uri server, HttpStatusCode wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        HttpStatusCode status;
        while ((status = await PostAsync(server)) != wanted && await rhythm.WaitForNextTickAsync(patience.Token))
        {
        }

        return status;
    }

    private static Task<McpClient> ConnectAsync(Uri server, string? token) => McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
    {
        Endpoint = new Uri(server, "/mcp"),
        TransportMode = HttpTransportMode.StreamableHttp,
        AdditionalHeaders = token is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" },
    }));

    private static async Task<Uri> AddressAsync(RunningHost server)
    {
        const string text = "mcp       at ";
        string line = server.Lines.FirstOrDefault(l => l.Contains(text, StringComparison.Ordinal)) ?? await server.LineWithAsync(text);
        return new Uri(line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)));
    }

    private static async Task EndAsync(RunningHost server)
    {
        await server.SignalAsync("TERM");
        Assert.Equal(0, (await server.EndAsync()).ExitCode);
    }

    private RunningHost Start(params string[] arguments) => new(HostProgram.Start(HostProgram.File, host.Workspace.Folder, ["--home", "home", "mcp", .. arguments]));
}
