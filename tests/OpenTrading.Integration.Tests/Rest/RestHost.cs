using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary>A host that runs for a class of tests, with recorded prices where they are there, an operator, and a token of an analyst.</summary>
#pragma warning disable CA1001 // The runner disposes of a fixture by its own interface.
public class RestHost : IAsyncLifetime
#pragma warning restore CA1001
{
    public const string Passphrase = "correct horse battery staple";
    private RunningHost? _host;

    internal Workspace Workspace { get; } = new();

    public HttpClient Client { get; } = new();

    public string Token { get; private set; } = "";

    /// <summary>A token whose time is over.</summary>
    public string ExpiredToken { get; private set; } = "";

    /// <summary>Where it serves MCP.</summary>
    public Uri Mcp { get; private set; } = new("http://127.0.0.1/");

    private protected RunningHost Host => _host!;

    /// <summary>Sets what the host is to be started with.</summary>
    private protected virtual void Prepare()
    {
    }

    public virtual async Task InitializeAsync()
    {
        Prepare();
        string recorded = ReferenceFiles.MarketData("EURUSD_H1.csv");
        (await Workspace.ImportAsync(File.Exists(recorded) ? recorded : Workspace.Write("bars.csv", BarFile.Waves(300)))).RequireSuccess();
        Workspace.Write("passphrase", Passphrase + "\n");
        (await Workspace.RunAsync("operator", "init", "--passphrase-file", "passphrase")).RequireSuccess();
        Token = (await Workspace.RunAsync("token", "new", "--name", "desk", "--by-passphrase-file", "passphrase", "--json")).Json.GetProperty("token").GetString()!;
        ExpiredToken = (await Workspace.RunAsync("token", "new", "--name", "old", "--by-passphrase-file", "passphrase", "--json")).Json.GetProperty("token").GetString()!;
        Expire("old");
        _host = Workspace.Start();
        string line = await _host.LineWithAsync("REST at ");
        Client.BaseAddress = new Uri(line.Split(' ')[2].TrimEnd(','));
        Mcp = new Uri((await _host.LineWithAsync("mcp       at ")).Split(' ').First(w => w.StartsWith("http", StringComparison.Ordinal)));
    }

    /// <summary>Opens a session of the operator.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> LogInAsync() =>
        (await PostAsync("/operator/session/start", $$"""{"operator":"operator","passphrase":"{{Passphrase}}"}""")).Answer.GetProperty("sessionId").GetString()!;

    /// <summary>Makes a token of an analyst.</summary>
    public async Task<string> NewTokenAsync(string name, string session) => (await PostAsync("/tokens", $$"""{"name":"{{name}}"}""", session)).Answer.GetProperty("token").GetString()!;

    /// <summary>Sends a request.</summary>
    /// <returns>Status and answer.</returns>
    public async Task<(int Status, JsonElement Answer)> SendAsync(HttpMethod method, string path, string? body = null, string? bearer = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (bearer is not null)
        {
            request.Headers.Authorization = new("Bearer", bearer);
        }

        using HttpResponseMessage response = await Client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        return ((int)response.StatusCode, JsonElement.Parse(text));
    }

    public Task<(int Status, JsonElement Answer)> PostAsync(string path, string body, string? bearer = null) => SendAsync(HttpMethod.Post, path, body, bearer);

    public Task<(int Status, JsonElement Answer)> GetAsync(string path, string? bearer = null) => SendAsync(HttpMethod.Get, path, null, bearer);

    /// <summary>Result of a job, however long it takes.</summary>
    public async Task<JsonElement> JobAsync(string path, string body)
    {
        (_, JsonElement answer) = await PostAsync(path, body);
        string id = answer.GetProperty("jobId").GetString()!;
        for (int i = 0; i < 30 && !answer.TryGetProperty("result", out _); i++)
        {
            (_, answer) = await GetAsync($"/jobs/{id}/result");
        }

        return answer.GetProperty("result");
    }

    /// <summary>Code of a refusal.</summary>
    public static string Code(JsonElement answer) => answer.GetProperty("error").GetProperty("code").GetString()!;

    private void Expire(string name)
    {
        string file = Workspace.InHome("keys", "tokens.json");
        JsonArray tokens = JsonNode.Parse(File.ReadAllText(file))!.AsArray();
        tokens.Single(t => t!["name"]!.GetValue<string>() == name)!["expiresAt"] = "2020-01-01T00:00:00Z";
        File.WriteAllText(file, tokens.ToJsonString());
    }

    public virtual async Task DisposeAsync()
    {
        Client.Dispose();
        if (_host is not null)
        {
            (await Workspace.RunAsync("stop")).RequireSuccess();
            Assert.Equal("", (await _host.EndAsync()).Error);
            _host.Dispose();
        }

        Workspace.Dispose();
    }
}
