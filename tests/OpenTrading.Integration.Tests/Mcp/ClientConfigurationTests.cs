using System.Text.Json;
using System.Text.RegularExpressions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Integration.Tests.Program;
using OpenTrading.Integration.Tests.Rest;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>Every client configuration that the README shows, put to work as a client would.</summary>
public sealed partial class ClientConfigurationTests(RestHost host) : IClassFixture<RestHost>
{
    private const string Folder = "/opt/opentrading";
    private const string Remote = "https://desk.example:";

    private static string Document => File.ReadAllText(Path.Combine(ReferenceFiles.RepositoryRoot, "README.md"));

    private static MatchCollection Shown => Block().Matches(Document);

    public static TheoryData<int> Blocks => new(Enumerable.Range(0, Shown.Count));

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Block_PastedIntoAClient_GivesBars(int index)
    {
        JsonElement server = ServerOf(JsonElement.Parse(Shown[index].Groups[1].Value));
        await using McpClient client = await McpClient.CreateAsync(server.TryGetProperty("url", out JsonElement url) ? OverHttp(server, url.GetString()!) : OverStdio(server));

        Assert.Contains(await client.ListToolsAsync(), t => t.Name == "get_market_bars");
        CallToolResult bars = await client.CallToolAsync("get_market_bars", new Dictionary<string, object?> { ["symbol"] = "EURUSD", ["timeframe"] = "H1", ["count"] = 3 });
        Assert.Equal(3, bars.StructuredContent!.Value.GetProperty("rows").GetArrayLength());
        Assert.Equal("file:EURUSD", bars.StructuredContent.Value.GetProperty("source").GetString());
    }

    [Fact]
    public void Document_EveryClient_HasABlockForEitherPlace()
    {
        string[] halves = Document.Split("### A desk elsewhere");
        Assert.Equal(2, halves.Length);

        foreach (string client in (string[])["Claude Desktop", "Claude Code", "Cursor", "VS Code", "OpenCode"])
        {
            Assert.All(halves, half => Assert.Contains($"**{client}**", half, StringComparison.Ordinal));
        }

        Assert.Equal(8, Shown.Count);
    }

    [Fact]
    public async Task Sse_WithAToken_GivesBars()
    {
        var transport = new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(host.Mcp, "/sse"), TransportMode = HttpTransportMode.Sse, AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {host.Token}" },
        });
        await using McpClient client = await McpClient.CreateAsync(transport);

        CallToolResult bars = await client.CallToolAsync("get_market_bars", new Dictionary<string, object?> { ["symbol"] = "EURUSD", ["count"] = 3 });

        Assert.Equal(3, bars.StructuredContent!.Value.GetProperty("rows").GetArrayLength());
    }

    // The entry of our server, however deep the client's own form has it.
    private static JsonElement ServerOf(JsonElement configuration) => configuration.EnumerateObject()
        .Select(member => member.Value)
        .Where(value => value.ValueKind == JsonValueKind.Object)
        .Select(value => value.TryGetProperty("opentrading", out JsonElement server) ? server : ServerOf(value))
        .First(server => server.ValueKind == JsonValueKind.Object);

    private StdioClientTransport OverStdio(JsonElement server)
    {
        JsonElement command = server.GetProperty("command");
        string[] words = command.ValueKind == JsonValueKind.Array ? Words(command) : [command.GetString()!, .. Words(server.GetProperty("args"))];
        Assert.Equal($"{Folder}/artifacts/bin/OpenTrading.Host/release/opentrading", words[0]);
        var variables = host.Workspace.Variables.ToDictionary(v => v.Key, v => (string?)v.Value);
        variables["OPENTRADING_HOME"] = host.Workspace.Home;
        if (server.TryGetProperty("env", out JsonElement own))
        {
            variables["OPENTRADING_TOKEN"] = own.GetProperty("OPENTRADING_TOKEN").GetString()!.Replace("ot_...", host.Token, StringComparison.Ordinal);
        }

        return new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = HostProgram.File,
            Arguments = [.. words.Skip(1).Select(word => word.StartsWith(Remote, StringComparison.Ordinal) ? host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) : word.Replace(Folder, host.Workspace.Folder, StringComparison.Ordinal))],
            WorkingDirectory = Path.GetTempPath(),
            EnvironmentVariables = variables,
        });
    }

    private HttpClientTransport OverHttp(JsonElement server, string url)
    {
        string authorization = server.GetProperty("headers").GetProperty("Authorization").GetString()!;
        Assert.Matches(@"^Bearer (\$\{OPENTRADING_TOKEN\}|\$\{env:OPENTRADING_TOKEN\}|\{env:OPENTRADING_TOKEN\}|\$\{input:opentrading-token\})$", authorization);
        Assert.StartsWith(Remote, url, StringComparison.Ordinal);
        return new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(host.Mcp, new Uri(url).AbsolutePath),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {host.Token}" },
        });
    }

    private static string[] Words(JsonElement words) => [.. words.EnumerateArray().Select(w => w.GetString()!)];

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
