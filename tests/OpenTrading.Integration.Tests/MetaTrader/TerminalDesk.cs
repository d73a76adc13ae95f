using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenTrading.Integration.Tests.Program;
using OpenTrading.Tests.Shared.Terminals;

namespace OpenTrading.Integration.Tests.MetaTrader;

/// <summary>A host on the paper configuration that terminals can connect to, and a client of its REST face.</summary>
internal sealed class TerminalDesk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private RunningHost? _host;
    // A host that was killed leaves connections behind that nobody answers.
    private readonly HttpClient _client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });

    /// <summary>Its folder.</summary>
    public Workspace Workspace { get; } = new();

    /// <summary>Token that terminals show.</summary>
    public string TerminalToken { get; } = "terminal-secret";

    /// <summary>Port that terminals connect to.</summary>
    public int Port { get; private set; }

    /// <summary>Token of an analyst.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Starts one.</summary>
    /// <param name="settings">Settings by their environment names without prefix.</param>
    public static Task<TerminalDesk> StartAsync(params (string Name, string Value)[] settings) => StartAsync(_ => { }, settings);

    /// <summary>Starts one in a folder that is prepared first.</summary>
    /// <param name="prepare">Prepares the folder.</param>
    /// <param name="settings">Settings by their environment names without prefix.</param>
    public static async Task<TerminalDesk> StartAsync(Action<Workspace> prepare, params (string Name, string Value)[] settings)
    {
        var desk = new TerminalDesk();
        prepare(desk.Workspace);
        desk.Workspace.Write("home/keys/metatrader.token", desk.TerminalToken + "\n");
        desk.Workspace.Variables["OPENTRADING__METATRADER__HEARTBEAT_MS"] = "1000";
        foreach ((string name, string value) in settings)
        {
            desk.Workspace.Variables["OPENTRADING__" + name] = value;
        }

        desk.Workspace.Write("passphrase", "correct horse battery staple\n");
        (await desk.Workspace.RunAsync("operator", "init", "--passphrase-file", "passphrase")).RequireSuccess();
        desk.Token = (await desk.Workspace.RunAsync("token", "new", "--name", "desk", "--by-passphrase-file", "passphrase", "--json")).Json.GetProperty("token").GetString()!;
        await desk.StartHostAsync();
        return desk;
    }

    /// <summary>Starts the host, again after an end.</summary>
    public async Task StartHostAsync()
    {
        _host = Workspace.Start("--config", "config/paper.toml");
        string rest = await _host.LineWithAsync("REST at ");
        _client.BaseAddress ??= new Uri(rest.Split(' ')[2].TrimEnd(','));
        string terminals = await _host.LineWithAsync("MetaTrader terminals connect to ");
        Port = int.Parse(terminals.Split(' ')[4].TrimEnd(',').Split(':')[^1], CultureInfo.InvariantCulture);
        Workspace.Variables["OPENTRADING__METATRADER__LISTEN"] = $"127.0.0.1:{Port}";
        Workspace.Variables["OPENTRADING__SERVER__REST_LISTEN"] = _client.BaseAddress.Authority;
    }

    /// <summary>Ends the host as a power cut would.</summary>
    public async Task KillHostAsync()
    {
        // Taken out first: a call that breaks off over it speaks of no host that ended by itself.
        (RunningHost killed, _host) = (_host!, null);
        await killed.KillAsync();
        killed.Dispose();
    }

    /// <summary>Whether the host has ended.</summary>
    public bool HasHostEnded => _host?.HasEnded != false;

    /// <summary>Waits until the host has ended by itself.</summary>
    public async Task<Outcome> HostEndedAsync()
    {
        Outcome outcome = await _host!.EndAsync();
        _host.Dispose();
        _host = null;
        return outcome;
    }

    /// <summary>Opens a session of the operator.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> LogInAsync()
    {
        JsonElement session = await PostAsync("/operator/session/start", new { @operator = "operator", passphrase = "correct horse battery staple" }, null);
        return session.GetProperty("sessionId").GetString()!;
    }

    /// <summary>Starts a terminal that connects to it.</summary>
    public Task<Emulator> TerminalAsync(params string[] options) => Emulator.StartAsync(Path.Combine(Workspace.Folder, "terminal"), Port, TerminalToken, options);

    /// <summary>Starts an MT4 terminal that connects to it through a pipe, which the host must have been started with.</summary>
    public Task<Emulator> Mt4TerminalAsync(string pipe, params string[] options) =>
        Emulator.StartAsync("mt4", Path.Combine(Workspace.Folder, "terminal"), new() { ["PipeName"] = pipe, ["HostToken"] = TerminalToken, ["AllowTrading"] = "true" }, options);

    /// <summary>Calls a capability, as the analyst unless another is named.</summary>
    public Task<JsonElement> CallAsync(string name, object? arguments = null, string? bearer = null) => PostAsync($"/call/{name}", arguments ?? new { }, bearer ?? Token);

    /// <summary>Calls a capability until its answer is as wanted.</summary>
    public Task<JsonElement> UntilAsync(string name, object? arguments, Func<JsonElement, bool> isWanted) => RetryAsync(name, _ => arguments, isWanted);

    /// <summary>Calls a capability until its answer is as wanted, each attempt with arguments of its own: a key that was answered once is answered the same for ever.</summary>
    public async Task<JsonElement> RetryAsync(string name, Func<int, object?> arguments, Func<JsonElement, bool> isWanted, string? bearer = null)
    {
        long started = TimeProvider.System.GetTimestamp();
        JsonElement answer = default;
        for (int attempt = 1; TimeProvider.System.GetElapsedTime(started) < Patience; attempt++)
        {
            answer = await CallAsync(name, arguments(attempt), bearer);
            if (isWanted(answer))
            {
                return answer;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"{name} never answered as wanted; last: {answer.GetRawText()}");
    }

    /// <summary>Waits until a terminal is connected and read.</summary>
    public Task ConnectedAsync() => UntilAsync("get_quote", new { symbol = "EURUSD" }, answer => answer.TryGetProperty("bid", out _));

    /// <summary>Code of an error.</summary>
    public static string? Code(JsonElement answer) => answer.TryGetProperty("error", out JsonElement error) ? error.GetProperty("code").GetString() : null;

    /// <summary>Records of the journal of a type, oldest first.</summary>
    public async Task<JsonElement[]> RecordsAsync(string type)
    {
        Outcome shown = await Workspace.RunAsync("audit", "show", "--type", type, "--limit", "1000", "--json");
        return [.. shown.RequireSuccess().Json.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("payload").Clone())];
    }

    private async Task<JsonElement> PostAsync(string path, object body, string? bearer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        request.Headers.Authorization = bearer is null ? null : new("Bearer", bearer);
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request);
            return JsonElement.Parse(await response.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException e) when (_host is not null && HasHostEnded)
        {
            throw new HttpRequestException($"The host ended at {path}: {await _host.EndAsync()}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_host is not null)
        {
            await _host.KillAsync();
            _host.Dispose();
        }

        Workspace.Dispose();
    }
}
