using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>What clients get wrong, by mistake or on purpose: the right error, no stack trace, and a host that goes on.</summary>
public sealed class McpBadInputTests(McpHost host) : IClassFixture<McpHost>
{
    private const string Greeting = McpHost.Greeting;

    [Theory]
    [InlineData("{", 400, -32700)]
    [InlineData("", 400, -32700)]
    [InlineData("\u0000\u0001", 400, -32700)]
    [InlineData("[]", 400, -32600)]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"ping"}]""", 400, -32600)]
    [InlineData("null", 400, -32600)]
    [InlineData("7", 400, -32600)]
    [InlineData("{}", 400, -32600)]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"ping"}""", 400, -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"ping"}""", 400, -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}""", 400, -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", 400, -32000)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":1,"a":2}}""", 400, -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}""", 400, -32602)]
    public async Task Post_NoMessage_IsTheProtocolsError(string body, int status, int code)
    {
        using HttpResponseMessage response = await host.PostAsync(body);

        await AssertErrorAsync(response, status, code);
        await AssertGoesOnAsync();
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "evil.example:8020")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Post_ForeignHostOrOrigin_IsForbidden(string name, string value)
    {
        using HttpResponseMessage response = await host.PostAsync(Greeting, (name, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("   at ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task Post_WrongCredential_IsUnauthenticated(string authorization)
    {
        using HttpResponseMessage response = await host.PostAsync(Greeting, ("Authorization", authorization));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Post_SessionOfAnother_IsNotFound()
    {
        string session = await host.OpenAsync();
        string token = await File.ReadAllTextAsync(host.Workspace.InHome("state", "local.token"));

        using HttpResponseMessage foreign = await host.PostAsync("""{"jsonrpc":"2.0","id":2,"method":"ping"}""", ("Mcp-Session-Id", session), ("Authorization", $"Bearer {token.Trim()}"));
        using HttpResponseMessage own = await host.PostAsync("""{"jsonrpc":"2.0","id":2,"method":"ping"}""", ("Mcp-Session-Id", session));

        await AssertErrorAsync(foreign, 404, -32001);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("../../etc/passwd")]
    public async Task Post_UnknownSession_IsNotFound(string session)
    {
        using HttpResponseMessage response = await host.PostAsync("""{"jsonrpc":"2.0","id":2,"method":"ping"}""", ("Mcp-Session-Id", session));

        await AssertErrorAsync(response, 404, -32001);
    }

    [Theory]
    [InlineData("1999-01-01", 400, -32022)]
    [InlineData("nonsense", 400, -32022)]
    public async Task Post_UnknownRevision_NamesThoseSpoken(string version, int status, int code)
    {
        using HttpResponseMessage response = await host.PostAsync("""{"jsonrpc":"2.0","id":2,"method":"ping"}""", ("MCP-Protocol-Version", version));

        JsonElement error = await AssertErrorAsync(response, status, code);
        Assert.Equal(["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"], error.GetProperty("data").GetProperty("supported").EnumerateArray().Select(v => v.GetString()));
    }

    // A client that asked for a newer revision, and heard the answer too late, falls back with the newer one still in its header.
    [Theory]
    [InlineData("2026-07-28")]
    [InlineData("2025-06-18")]
    public async Task Post_InitializeUnderAnotherHeader_IsJudgedByItsBody(string version)
    {
        using HttpResponseMessage response = await host.PostAsync(Greeting, ("MCP-Protocol-Version", version), ("Mcp-Method", "initialize"));
        string answer = await response.Content.ReadAsStringAsync();

        Assert.Contains("\"protocolVersion\":\"2025-11-25\"", answer, StringComparison.Ordinal);
        Assert.Single(response.Headers.GetValues("Mcp-Session-Id"));
    }

    [Fact]
    public async Task Post_InitializeOfARevisionWithoutSessions_IsNoMethodThere()
    {
        using HttpResponseMessage response = await host.PostAsync(
            Greeting.Replace("2025-11-25", "2026-07-28", StringComparison.Ordinal), ("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", "initialize"));

        await AssertErrorAsync(response, 404, -32601);
    }

    [Fact]
    public async Task Call_OneAfterTheOtherUnderOneId_AreAllAnswered()
    {
        string session = await host.OpenAsync();

        for (int i = 0; i < 100; i++)
        {
            Assert.Contains("file:EURUSD", await CallAsync(session, "get_quote", """{"symbol":"EURUSD"}"""), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_TenMegabytes_IsRefusedUnread()
    {
        string session = await host.OpenAsync();
        string call = JsonSerializer.Serialize(new { jsonrpc = "2.0", id = 2, method = "tools/call", @params = new { name = "get_quote", arguments = new { symbol = new string('x', 10_000_000) } } });

        using HttpResponseMessage response = await host.PostAsync(call, ("Mcp-Session-Id", session));

        JsonElement error = await AssertErrorAsync(response, 413, -32000);
        Assert.Contains("LIMIT_EXCEEDED", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        await AssertGoesOnAsync();
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","count":0}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","count":1000000000}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","count":"NaN"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbl":"EURUSD"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSX"}""", "SYMBOL_UNKNOWN")]
    public async Task Call_WrongArguments_AreRefusedWithTheirCode(string arguments, string code)
    {
        string session = await host.OpenAsync();

        using HttpResponseMessage response = await host.PostAsync(
            $$"""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"get_market_bars","arguments":{{arguments}} } }""", ("Mcp-Session-Id", session));

        string answer = await response.Content.ReadAsStringAsync();
        Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"get_quote","arguments":{"symbol":"\ud800"}}""")]
    [InlineData("""{"name":"get_quote","arguments":[1]}""")]
    [InlineData("""{"name":7}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public async Task Call_ParametersThatAreNone_IsAnErrorAndNoMore(string parameters)
    {
        string session = await host.OpenAsync();

        using HttpResponseMessage response = await host.PostAsync($$"""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{{parameters}} }""", ("Mcp-Session-Id", session));

        string answer = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"error\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        await AssertGoesOnAsync();
    }

    [Fact]
    public async Task Post_TwoRequestsUnderOneId_TheSecondIsRefusedOrComesAfterTheFirst()
    {
        string session = await host.OpenAsync();

        string[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using HttpResponseMessage response = await host.PostAsync(
                """{"jsonrpc":"2.0","id":"same","method":"tools/call","params":{"name":"get_market_bars","arguments":{"symbol":"EURUSD"}}}""", ("Mcp-Session-Id", session));
            return await response.Content.ReadAsStringAsync();
        }));

        Assert.All(answers, answer => Assert.True(
            answer.Contains("file:EURUSD", StringComparison.Ordinal) || answer.Contains("Request id same is still being answered", StringComparison.Ordinal), answer));
    }

    [Fact]
    public async Task Call_AThousandAtOnce_AreAllAnswered()
    {
        string session = await host.OpenAsync();

        string[] answers = await Task.WhenAll(Enumerable.Range(10, 1000).Select(async id =>
        {
            using HttpResponseMessage response = await host.PostAsync(
                $$"""{"jsonrpc":"2.0","id":{{id}},"method":"tools/call","params":{"name":"get_quote","arguments":{"symbol":"EURUSD"} } }""", ("Mcp-Session-Id", session));
            return await response.Content.ReadAsStringAsync();
        }));

        Assert.All(answers, answer => Assert.True(answer.Contains("file:EURUSD", StringComparison.Ordinal) || answer.Contains("RATE_LIMITED", StringComparison.Ordinal), answer));
        Assert.Contains(answers, answer => answer.Contains("file:EURUSD", StringComparison.Ordinal));
        await AssertGoesOnAsync();
    }

    [Fact]
    public async Task Get_ClientGoneMidStream_LeavesTheSessionUsable()
    {
        string session = await host.OpenAsync();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(host.Url.Host, host.Url.Port);
            NetworkStream stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /mcp HTTP/1.1\r\nHost: {host.Url.Authority}\r\nAccept: text/event-stream\r\nMcp-Session-Id: {session}\r\n\r\n"));
            Assert.True(await stream.ReadAsync(new byte[1]) == 1);
            client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        using HttpResponseMessage own = await host.PostAsync("""{"jsonrpc":"2.0","id":2,"method":"ping"}""", ("Mcp-Session-Id", session));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task Delete_Session_EndsIt()
    {
        string session = await host.OpenAsync();
        using var delete = new HttpRequestMessage(HttpMethod.Delete, new Uri(host.Url, "/mcp"));
        delete.Headers.Add("Mcp-Session-Id", session);

        using HttpResponseMessage ended = await McpHost.Http.SendAsync(delete);
        using HttpResponseMessage after = await host.PostAsync("""{"jsonrpc":"2.0","id":2,"method":"ping"}""", ("Mcp-Session-Id", session));

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        await AssertErrorAsync(after, 404, -32001);
    }

    [Fact]
    public async Task Call_UnknownOrHiddenTool_IsRefusedByName()
    {
        string session = await host.OpenAsync();

        Assert.Contains("Did you mean get_quote?", await CallAsync(session, "get_qoute", "{}"), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"NOT_PERMITTED\"", await CallAsync(session, "set_watchlist", """{"symbols":["EURUSD"]}"""), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"NOT_PERMITTED\"", await CallAsync(session, "create_token", """{"name":"own"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_CursorOfAnotherQuery_IsRefused()
    {
        string session = await host.OpenAsync();
        string first = await CallAsync(session, "get_market_bars", """{"symbol":"EURUSD","count":5}""");
        string cursor = JsonElement.Parse(first[first.IndexOf('{', StringComparison.Ordinal)..]).GetProperty("result").GetProperty("structuredContent").GetProperty("nextCursor").GetString()!;

        Assert.DoesNotContain("VALIDATION_ERROR", await CallAsync(session, "get_market_bars", $$"""{"symbol":"EURUSD","count":5,"cursor":"{{cursor}}"}"""), StringComparison.Ordinal);
        Assert.Contains("VALIDATION_ERROR", await CallAsync(session, "get_market_bars", $$"""{"symbol":"EURUSD","timeframe":"H4","count":5,"cursor":"{{cursor}}"}"""), StringComparison.Ordinal);
        Assert.Contains("VALIDATION_ERROR", await CallAsync(session, "get_market_bars", """{"symbol":"EURUSD","cursor":"x"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ClientGoneBeforeTheAnswer_LeavesTheSessionUsable()
    {
        string session = await host.OpenAsync();
        string body = """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"get_market_bars","arguments":{"symbol":"EURUSD","count":300}}}""";
        for (int i = 0; i < 20; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host.Url.Host, host.Url.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /mcp HTTP/1.1\r\nHost: {host.Url.Authority}\r\nAccept: application/json, text/event-stream\r\nContent-Type: application/json\r\nMcp-Session-Id: {session}\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
            client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        using HttpResponseMessage own = await host.PostAsync("""{"jsonrpc":"2.0","id":3,"method":"ping"}""", ("Mcp-Session-Id", session));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Theory]
    [InlineData("{", 400, -32700)]
    [InlineData("[]", 400, -32600)]
    [InlineData("null", 400, -32600)]
    public async Task Message_NoMessage_IsTheProtocolsErrorOverSseToo(string body, int status, int code)
    {
        using var stream = await HttpSse.OpenAsync(host.Url);
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));

        using HttpResponseMessage response = await McpHost.Http.PostAsync(stream.Messages, content);

        await AssertErrorAsync(response, status, code);
    }

    [Fact]
    public async Task Message_TenMegabytesOrAnotherCaller_IsRefusedOverSseToo()
    {
        using var stream = await HttpSse.OpenAsync(host.Url);
        string token = await File.ReadAllTextAsync(host.Workspace.InHome("state", "local.token"));
        using var long_ = new StringContent(new string('x', 10_000_000), new MediaTypeHeaderValue("application/json"));
        using var foreign = new HttpRequestMessage(HttpMethod.Post, stream.Messages) { Content = new StringContent("{}", new MediaTypeHeaderValue("application/json")) };
        foreign.Headers.Authorization = new("Bearer", token.Trim());

        using HttpResponseMessage tooLong = await McpHost.Http.PostAsync(stream.Messages, long_);
        using HttpResponseMessage anothers = await McpHost.Http.SendAsync(foreign);

        await AssertErrorAsync(tooLong, 413, -32000);
        await AssertErrorAsync(anothers, 404, -32001);
    }

    [Fact]
    public async Task Message_AnswersThatNobodyReads_AreNotPiledUp()
    {
        using var stream = await HttpSse.OpenAsync(host.Url);
        int sent = 0;
        HttpStatusCode status;
        do
        {
            string call = $$"""{"jsonrpc":"2.0","id":{{++sent}},"method":"tools/call","params":{"name":"get_market_bars","arguments":{"symbol":"EURUSD","count":300} } }""";
            using var content = new StringContent(sent == 1 ? Greeting : call, new MediaTypeHeaderValue("application/json"));
            using HttpResponseMessage response = await McpHost.Http.PostAsync(stream.Messages, content);
            status = response.StatusCode;
        }
        while (status == HttpStatusCode.Accepted && sent < 5000);

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        await AssertGoesOnAsync();
    }

    [Theory]
    [InlineData("PUT", "/mcp", 405)]
    [InlineData("POST", "/sse", 405)]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("POST", "/message?sessionId=nope", 404)]
    public async Task Send_WrongPathOrMethod_SaysSo(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(host.Url, path));
        using HttpResponseMessage response = await McpHost.Http.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Post_AnotherContentType_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Url, "/mcp")) { Content = new StringContent(Greeting, new MediaTypeHeaderValue("text/plain")) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        using HttpResponseMessage response = await McpHost.Http.SendAsync(request);

        await AssertErrorAsync(response, 415, -32000);
    }

    private async Task<string> CallAsync(string session, string tool, string arguments)
    {
        using HttpResponseMessage response = await host.PostAsync(
            $$"""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"{{tool}}","arguments":{{arguments}} } }""", ("Mcp-Session-Id", session));
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<JsonElement> AssertErrorAsync(HttpResponseMessage response, int status, int code)
    {
        string body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}: {body}");
        JsonElement error = JsonElement.Parse(body).GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetInt32());
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        return error;
    }

    private async Task AssertGoesOnAsync()
    {
        await using McpClient client = await host.ConnectAsync(HttpTransportMode.StreamableHttp, "/mcp", "2025-11-25");
        CallToolResult quote = await client.CallToolAsync("get_quote", new Dictionary<string, object?> { ["symbol"] = "EURUSD" });
        Assert.Null(quote.IsError);
    }
}
