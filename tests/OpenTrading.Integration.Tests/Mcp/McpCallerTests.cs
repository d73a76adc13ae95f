using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Integration.Tests.Rest;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>Who calls over MCP, and what no one reaches there.</summary>
public sealed class McpCallerTests(RestHost host) : IClassFixture<RestHost>
{
    [Fact]
    public async Task Post_TokenThatIsOverForeignOrRevoked_IsUnauthenticated()
    {
        string session = await host.LogInAsync();
        JsonElement made = (await host.PostAsync("/tokens", """{"name":"short-lived"}""", session)).Answer;
        string token = made.GetProperty("token").GetString()!;
        Assert.Equal(HttpStatusCode.OK, await PostAsync(token));

        Assert.Equal(200, (await host.PostAsync($"/tokens/{made.GetProperty("tokenId").GetString()}/revoke", """{"why":"test"}""", session)).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(token));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(host.ExpiredToken));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("ot_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host.Token));
    }

    [Fact]
    public async Task Get_TokenInTheAddress_IsNoCredential()
    {
        // Addresses end up in logs and histories.
        using HttpResponseMessage response = await host.Client.GetAsync($"/call?token={host.Token}&access_token={host.Token}");

        Assert.Equal("client:local", JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("caller").GetString());
    }

    /// <summary>Every capability marked Operate, tried by every caller that is no operator, over every face.</summary>
    [Fact]
    public async Task Operate_AsAnalyst_IsReachedOverNoFace()
    {
        string session = await host.LogInAsync();
        JsonElement[] operate =
        [
            .. (await host.GetAsync("/call?schemas=true", session)).Answer.GetProperty("capabilities").EnumerateArray()
                .Where(c => c.GetProperty("effect").GetString() == "operate" && c.GetProperty("name").GetString() != "start_operator_session"),
        ];
        Assert.True(operate.Length >= 3);
        await using McpClient analyst = await ConnectAsync(HttpTransportMode.StreamableHttp, "/mcp", host.Token);
        await using McpClient old = await ConnectAsync(HttpTransportMode.Sse, "/sse", host.Token);
        await using McpClient @operator = await ConnectAsync(HttpTransportMode.StreamableHttp, "/mcp", session);
        await using McpClient stdio = await McpHost.ConnectAsync(host.Workspace);
        foreach (JsonElement capability in operate)
        {
            string name = capability.GetProperty("name").GetString()!;
            foreach (McpClient client in (McpClient[])[analyst, old, @operator, stdio])
            {
                CallToolResult result = await client.CallToolAsync(name);
                Assert.Equal((name, "NOT_PERMITTED"), (name, result.StructuredContent!.Value.GetProperty("error").GetProperty("code").GetString()));
            }

            string[] route = capability.GetProperty("detail").GetProperty("route").GetString()!.Split(' ');
            string path = string.Join('/', route[1].Split('/').Select(p => p.StartsWith('{') ? "x" : p));
            foreach (string? credential in (string?[])[host.Token, null])
            {
                Assert.Equal((name, (403, "NOT_PERMITTED")), (name, await RefusalAsync(new HttpMethod(route[0]), path, credential)));
                Assert.Equal((name, (403, "NOT_PERMITTED")), (name, await RefusalAsync(HttpMethod.Post, $"/call/{name}", credential)));
            }
        }

        Assert.Empty((await analyst.ListToolsAsync()).Select(t => t.Name).Intersect(operate.Select(c => c.GetProperty("name").GetString())));
    }

    private static StringContent Json(string text) => new(text, new MediaTypeHeaderValue("application/json"));

    private async Task<(int Status, string Code)> RefusalAsync(HttpMethod method, string path, string? credential)
    {
        (int status, JsonElement answer) = await host.SendAsync(method, path, method == HttpMethod.Post ? "{}" : null, credential);
        return (status, RestHost.Code(answer));
    }

    private async Task<HttpStatusCode> PostAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Mcp, "/mcp")) { Content = Json(McpHost.Greeting) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        request.Headers.Authorization = new("Bearer", token);
        using HttpResponseMessage response = await McpHost.Http.SendAsync(request);
        return response.StatusCode;
    }

    private Task<McpClient> ConnectAsync(HttpTransportMode mode, string path, string token) => McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
    {
        Endpoint = new Uri(host.Mcp, path),
        TransportMode = mode,
        AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" },
    }));
}
