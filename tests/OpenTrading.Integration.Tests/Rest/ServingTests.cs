using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using ModelContextProtocol.Client;
using OpenTrading.Integration.Tests.Mcp;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary>Where the REST face listens, and where it does not.</summary>
public sealed class ServingTests : IDisposable
{
    private const string Listen = "OPENTRADING__SERVER__REST_LISTEN";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Run_PortTaken_SaysSoAndGoesOnWithoutTheFace()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        _workspace.Variables[Listen] = taken.LocalEndpoint.ToString()!;
        using RunningHost host = _workspace.Start();

        string line = await host.LineWithAsync("no REST");

        Assert.StartsWith($"no REST: {taken.LocalEndpoint} cannot be had, process ", line, StringComparison.Ordinal);
        await host.LineWithAsync("| equity");
        Outcome call = await _workspace.RunAsync("call", "get_quote", "--symbol", "TREND1");
        Assert.Equal(6, call.ExitCode);
        Assert.Contains("serves no REST", call.Complaint, StringComparison.Ordinal);
        (await _workspace.RunAsync("stop")).RequireSuccess();
    }

    [Fact]
    public async Task Run_BeyondLoopbackUnprotected_IsRefusedWithEveryReason()
    {
        _workspace.Variables[Listen] = "0.0.0.0:0";

        Outcome refused = await _workspace.RunAsync("run");

        Assert.Equal(78, refused.ExitCode);
        Assert.Equal(4, refused.Complaints.Count);
        Assert.False(File.Exists(_workspace.InHome("state", "host.lock")), "the home was opened all the same");
    }

    [Fact]
    public async Task Run_BeyondLoopbackProtected_ServesTlsToWhoHasACredential()
    {
        _workspace.Write("passphrase", RestHost.Passphrase);
        (await _workspace.RunAsync("operator", "init", "--passphrase-file", "passphrase")).RequireSuccess();
        string fingerprint = (await _workspace.RunAsync("tls", "new", "--json")).Json.GetProperty("sha256").GetString()!;
        _workspace.Variables[Listen] = "0.0.0.0:0";
        _workspace.Variables["OPENTRADING__MCP__LISTEN"] = "0.0.0.0:0";
        _workspace.Variables["OPENTRADING__SECURITY__REQUIRE_AUTH"] = "true";
        _workspace.Variables["OPENTRADING__SECURITY__TLS"] = "true";
        _workspace.Variables["OPENTRADING__SECURITY__ALLOWED_HOSTS"] = "desk.example";
        using RunningHost host = _workspace.Start();
        string port = (await host.LineWithAsync("REST at https://")).Split(' ')[2].TrimEnd(',').Split(':')[^1];
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => Convert.ToHexStringLower(SHA256.HashData(shown!.GetRawCertData())) == fingerprint;
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Host = $"desk.example:{port}";
        Uri mcp = new((await host.LineWithAsync("mcp       at https://")).Split(' ').Single(w => w.StartsWith("https:", StringComparison.Ordinal)));
        using var hello = new HttpRequestMessage(HttpMethod.Post, $"https://127.0.0.1:{mcp.Port}/mcp") { Headers = { Host = $"desk.example:{mcp.Port}" } };

        using HttpResponseMessage anonymous = await client.GetAsync($"https://127.0.0.1:{port}/call");
        using HttpResponseMessage stranger = await client.SendAsync(hello);
        Outcome local = await _workspace.RunAsync("call", "--list", "--json");
        await using (McpClient stdio = await McpHost.ConnectAsync(_workspace))
        {
            Assert.Contains(await stdio.ListToolsAsync(), t => t.Name == "get_quote");
        }

        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.True(local.Json.GetProperty("capabilities").GetArrayLength() > 0);
        (await _workspace.RunAsync("operator", "login", "--passphrase-file", "passphrase")).RequireSuccess();
        (await _workspace.RunAsync("stop")).RequireSuccess();
    }

    [Fact]
    public async Task Mcp_BeyondLoopbackUnprotected_IsRefusedToo()
    {
        _workspace.Variables["OPENTRADING__MCP__LISTEN"] = "0.0.0.0:0";

        Assert.Equal(78, (await _workspace.RunAsync("run")).ExitCode);
        Outcome refused = await _workspace.RunAsync("mcp");

        Assert.Equal(78, refused.ExitCode);
        Assert.Equal(4, refused.Complaints.Count);
        Assert.False(File.Exists(_workspace.InHome("state", "host.lock")), "the home was opened all the same");
    }

    [Fact]
    public async Task Token_BeforeThereIsAnOperator_SaysWhatToDo()
    {
        Outcome refused = await _workspace.RunAsync("token", "new", "--name", "desk");

        Assert.Equal((4, "error: A token needs an operator, and this home has none. Make one with 'opentrading operator init'."), (refused.ExitCode, refused.Complaint));
    }

    [Fact]
    public async Task Stop_Host_LeavesNoCredentialBehind()
    {
        using RunningHost host = _workspace.Start();
        await host.LineWithAsync("Ctrl+C");
        Assert.True(File.Exists(_workspace.InHome("state", "local.token")));

        (await _workspace.RunAsync("stop")).RequireSuccess();

        Assert.False(File.Exists(_workspace.InHome("state", "local.token")));
        Assert.False(File.Exists(_workspace.InHome("state", "rest.json")));
    }

    [Fact]
    public async Task Events_OfARunningHost_TellBarsQuotesAndTheKillLevel()
    {
        _workspace.Variables["OPENTRADING__RUN__SPEED"] = "600";
        using RunningHost host = _workspace.Start();
        string address = (await host.LineWithAsync("REST at ")).Split(' ')[2].TrimEnd(',');
        using var client = new HttpClient();
        using var reader = new StreamReader(await client.GetStreamAsync($"{address}/events"));
        var seen = new HashSet<string>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        while (!seen.IsSupersetOf(["event: state", "event: bar", "event: quote"]))
        {
            seen.Add(await reader.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException());
        }

        _workspace.Write("home/state/KILL", "");
        while (!seen.Contains("data: {\"level\":1}"))
        {
            seen.Add(await reader.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException());
        }

        Assert.Contains("event: kill", seen);
        (await _workspace.RunAsync("stop")).RequireSuccess();
    }
}
