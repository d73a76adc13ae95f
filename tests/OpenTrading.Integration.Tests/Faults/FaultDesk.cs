using System.Text.Json;
using OpenTrading.Integration.Tests.MetaTrader;
using OpenTrading.Integration.Tests.Program;
using OpenTrading.Tests.Shared.Terminals;

namespace OpenTrading.Integration.Tests.Faults;

/// <summary>A host with fail points, a terminal beside it that keeps its books whatever becomes of the host, an analyst and an operator.</summary>
internal sealed class FaultDesk : IAsyncDisposable
{
    private const decimal Lots = 0.01m;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TerminalDesk _desk;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _prices;

    private FaultDesk(TerminalDesk desk, Emulator terminal)
    {
        (_desk, Terminal) = (desk, terminal);
        _prices = terminal.RepeatAsync("quote EURUSD 1.08490 1.08500", _end.Token);
    }

    /// <summary>The terminal.</summary>
    public Emulator Terminal { get; }

    /// <summary>The host's folder.</summary>
    public Workspace Workspace => _desk.Workspace;

    /// <summary>Session of the operator at the host that runs now.</summary>
    public string Session { get; private set; } = "";

    private string PointFile => Workspace.Variables["FAIL_POINT"];

    /// <summary>Starts host and terminal and waits until orders may pass.</summary>
    public static async Task<FaultDesk> StartAsync(params (string Name, string Value)[] more)
    {
        string library = await FailPointLibrary.PathAsync();
        TerminalDesk desk = await TerminalDesk.StartAsync(
            workspace =>
            {
                workspace.Variables["LD_PRELOAD"] = library;
                workspace.Variables["FAIL_POINT"] = Path.Combine(workspace.Folder, "fail.point");
                workspace.Variables["CLOCK_SHIFT"] = Path.Combine(workspace.Folder, workspace.Write("clock.shift", "\0\0\0\0\0\0\0\0"));
            },
            [.. DemoAccount.Settings, ("METATRADER__HEARTBEAT_MS", "3000"), ("RISK__CONNECTION_STALE_MAX__MS", "30000"), ("RISK__QUOTE_MAX_AGE__MS", "10000"), .. more]);

        // However long a host takes to come back on a busy machine, the expert neither latches nor counts its orders.
        var result = new FaultDesk(desk, await desk.TerminalAsync([.. DemoAccount.Options, "--input", "LatchSeconds=3600", "--input", "MaxOrdersPerMinute=0"]));
        await result.ReadyAsync();
        await result.EntriesPassAsync();
        return result;
    }

    /// <summary>Waits until the rules have seen enough of the market to let an entry wait for a human, and takes it back.</summary>
    public async Task EntriesPassAsync()
    {
        string round = Guid.NewGuid().ToString("N");
        JsonElement request = await RequestUntilWaitingAsync(attempt => $"pass.{round}.{attempt}", lots: 0.03m);
        JsonElement withdrawn = await CallAsync("withdraw_request", new { id = request.GetProperty("requestId").GetString(), reason = "test", idempotencyKey = $"back.{round}" });
        Assert.Null(TerminalDesk.Code(withdrawn));
    }

    /// <summary>Sets a fail point; in force at once.</summary>
    public void Arm(FailPoint point)
    {
        File.Delete(PointFile + ".hit");
        Workspace.Write("fail.point", $"{point.Moment} {point.Type}\n{point.Text}\n");
    }

    /// <summary>Takes the fail point away.</summary>
    public void Disarm() => File.Delete(PointFile);

    /// <summary>Sets the wall clock of the host; in force at once.</summary>
    /// <param name="ahead">How far it is ahead of the machine's.</param>
    public void SetClock(TimeSpan ahead)
    {
        // In place: the host looks at the file itself, not at its name.
        using FileStream file = File.OpenWrite(Workspace.Variables["CLOCK_SHIFT"]);
        file.Write(BitConverter.GetBytes((long)ahead.TotalSeconds));
    }

    /// <summary>Whether the fail point set last was hit.</summary>
    public bool WasHit => File.Exists(PointFile + ".hit");

    /// <summary>Waits until the host has ended by itself.</summary>
    public Task<Outcome> HostEndedAsync() => _desk.HostEndedAsync();

    /// <summary>Ends the host as a power cut would.</summary>
    public Task KillHostAsync() => _desk.KillHostAsync();

    /// <summary>Starts the host in its old home and waits until its books are those of the terminal.</summary>
    public async Task RestartAsync()
    {
        await _desk.StartHostAsync();
        await ReadyAsync();
    }

    /// <summary>Calls a capability, as the analyst unless another is named.</summary>
    public Task<JsonElement> CallAsync(string name, object? arguments = null, string? bearer = null) => _desk.CallAsync(name, arguments, bearer);

    /// <summary>Calls a capability as the operator.</summary>
    public Task<JsonElement> OperateAsync(string name, object? arguments = null) => _desk.CallAsync(name, arguments, Session);

    /// <summary>Calls a capability as the analyst until its answer is as wanted.</summary>
    public Task<JsonElement> UntilAsync(string name, object? arguments, Func<JsonElement, bool> isWanted) => _desk.UntilAsync(name, arguments, isWanted);

    /// <summary>Calls a capability as the operator until its answer is as wanted.</summary>
    public Task<JsonElement> OperateUntilAsync(string name, object? arguments, Func<JsonElement, bool> isWanted) =>
        _desk.RetryAsync(name, _ => arguments, isWanted, Session);

    /// <summary>Asks for an order under a key, once the host has prices: what it refuses for want of them has left no trace.</summary>
    public Task<JsonElement> RequestAsync(string key) =>
        UntilAsync("request_live_order", Order(key), answer => TerminalDesk.Code(answer) is not ("DATA_UNAVAILABLE" or "NOT_CONNECTED"));

    /// <summary>Asks for orders, each under a key of its own, until one waits for a human.</summary>
    public Task<JsonElement> RequestUntilWaitingAsync(Func<int, string> keyOf, decimal lots = Lots) =>
        _desk.RetryAsync("request_live_order", attempt => Order(keyOf(attempt), lots), answer => answer.TryGetProperty("requestId", out _));

    /// <summary>Gives the operator's word to a request.</summary>
    public Task<JsonElement> ApproveAsync(JsonElement request) =>
        OperateAsync("create_approval", new { requestId = request.GetProperty("requestId").GetString(), orderHash = request.GetProperty("orderHash").GetString() });

    /// <summary>Level of the kill switch. A host that cannot write may drop a connection; as long as it lives it is asked again.</summary>
    public async Task<int> KillLevelAsync()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return (await CallAsync("get_trading_state")).GetProperty("killSwitch").GetProperty("level").GetInt32();
            }
            catch (HttpRequestException) when (attempt < 3 && !_desk.HasHostEnded)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Lets go of the kill switch and lets entries in again.</summary>
    public async Task RearmAsync()
    {
        await OperateUntilAsync("trigger_kill_switch", new { level = 0, reason = "test", confirm = $"REARM {DemoAccount.Name}" }, answer => TerminalDesk.Code(answer) is null);
        await ActivateAsync();
    }

    /// <summary>Lets entries in again.</summary>
    public Task ActivateAsync() => OperateUntilAsync("set_trading_state", new { state = "active", why = "test" }, answer => TerminalDesk.Code(answer) is null);

    /// <summary>Orders of the host that reached the broker, by their ids, and how often each did.</summary>
    public async Task<Dictionary<string, int>> SentAsync() => (await Terminal.CommandAsync("sends")).GetProperty("sends").EnumerateObject()
        .Where(s => s.Name.StartsWith("ot", StringComparison.Ordinal))
        .ToDictionary(s => s.Name, s => s.Value.GetInt32());

    /// <summary>Exit code of a look at the journal without the host's help.</summary>
    public async Task<int> VerifyAsync() => (await Workspace.RunAsync("audit", "verify")).ExitCode;

    /// <summary>Waits until the positions that the host knows are those of the terminal.</summary>
    /// <returns>Their tickets.</returns>
    public async Task<long[]> PositionsAsync()
    {
        long started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            long[] real = Tickets((await Terminal.CommandAsync("positions")).GetProperty("rows"));
            JsonElement answer = await CallAsync("live_list_positions");
            if (answer.TryGetProperty("positions", out JsonElement known) && Tickets(known).SequenceEqual(real))
            {
                return real;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"The terminal holds {string.Join(", ", real)}, and the host says {answer.GetRawText()}");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _prices;
        _end.Dispose();
        Terminal.Dispose();
        await _desk.DisposeAsync();
    }

    private static long[] Tickets(JsonElement rows) => [.. rows.EnumerateArray().Select(p => p.GetProperty("ticket").GetInt64()).Order()];

    private static object Order(string key, decimal lots = Lots) => new { symbol = "EURUSD", side = "buy", lots, stopLoss = 1.08250, takeProfit = 1.08950, reason = "test", idempotencyKey = key };

    private async Task ReadyAsync()
    {
        Session = await _desk.LogInAsync();
        JsonElement compared = await OperateUntilAsync(
            "reconcile_live", null, answer => TerminalDesk.Code(answer) is null && answer.GetProperty("summary").GetString()!.Contains(" 0 still unknown", StringComparison.Ordinal));
        Assert.Equal(0, compared.GetProperty("orphans").GetArrayLength());
    }
}
