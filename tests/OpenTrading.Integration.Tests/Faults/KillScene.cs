using System.Text.Json;
using OpenTrading.Integration.Tests.MetaTrader;

namespace OpenTrading.Integration.Tests.Faults;

/// <summary>One order, or one throw of the switch, that a host dies over.</summary>
/// <param name="desk">The host.</param>
/// <param name="name">Begins the keys of its requests.</param>
internal sealed class KillScene(FaultDesk desk, string name)
{
    private static readonly string[] OnTheWay = ["approved", "final_checked", "submitting", "submitted", "partially_filled", "outcome_unknown"];

    private string _key = "";
    private JsonElement _request;
    private long _position;

    /// <summary>Positions in the terminal at the last look.</summary>
    public int Positions { get; private set; }

    private string Id => _request.GetProperty("requestId").GetString()!;

    /// <summary>Takes the host to where the deed begins.</summary>
    public async Task PrepareAsync(Deed deed)
    {
        if (deed is Deed.Approve or Deed.Flatten)
        {
            _request = await desk.RequestUntilWaitingAsync(NextKey);
        }

        if (deed == Deed.Flatten)
        {
            await FillAsync();
        }
        else if (deed == Deed.Rearm)
        {
            await desk.CallAsync("stop_trading", new { reason = "test" });
        }
    }

    /// <summary>Does the deed.</summary>
    /// <returns>Whether the host took it up, or died before it could answer.</returns>
    public async Task<bool> DoAsync(Deed deed)
    {
        try
        {
            return await (deed switch
            {
                Deed.Request => RequestAsync(),
                Deed.Approve => ApproveAsync(),
                Deed.Flatten => FlattenAsync(),
                _ => LetGoAsync(),
            });
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return true;
        }
    }

    /// <summary>The same key makes an order that was not there before.</summary>
    public async Task IsNewAsync()
    {
        JsonElement answer = await desk.RequestAsync(_key);
        if (TerminalDesk.Code(answer) is null)
        {
            _request = answer;
            Assert.False(answer.TryGetProperty("replayed", out _));
        }
    }

    /// <summary>The same key finds an order that the gate looked at again.</summary>
    public async Task IsJudgedAsync()
    {
        JsonElement answer = await desk.RequestAsync(_key);
        if (TerminalDesk.Code(answer) is not { } refusal)
        {
            _request = answer;
            Assert.True(answer.GetProperty("replayed").GetBoolean());
            Assert.Equal("awaiting_approval", answer.GetProperty("state").GetString());
            return;
        }

        Assert.Contains(refusal, (string[])["RISK_REJECTED", "STALE_DATA"]);
    }

    /// <summary>The same key finds the order, which waits, and nothing was sent.</summary>
    public async Task IsWaitingAsync()
    {
        JsonElement answer = await desk.RequestAsync(_key);
        Assert.True(answer.TryGetProperty("requestId", out JsonElement id), answer.GetRawText());
        Assert.True(_request.ValueKind == JsonValueKind.Undefined || Id == id.GetString(), answer.GetRawText());
        _request = answer;
        Assert.True(answer.GetProperty("replayed").GetBoolean());
        Assert.Equal("awaiting_approval", answer.GetProperty("state").GetString());
        Assert.Equal("order.awaiting", (await EventsAsync())[^1]);
    }

    /// <summary>The order has lapsed, and the word given to it is worth nothing.</summary>
    public async Task HasLapsedAsync()
    {
        await EndsAsync("expired");
        JsonElement[] steps = await StepsAsync();
        Assert.Equal(("order.expired", "host_restart"), (steps[^1].GetProperty("event").GetString(), steps[^1].GetProperty("why").GetString()));
        Assert.Equal("STATE_CONFLICT", TerminalDesk.Code(await desk.ApproveAsync(_request)));
    }

    /// <summary>The order ends in a state, and the same key finds it there.</summary>
    public async Task EndsAsync(string state)
    {
        JsonElement status = await desk.UntilAsync("get_execution_status", new { requestId = Id }, answer => !OnTheWay.Contains(answer.GetProperty("state").GetString()));
        Assert.True(status.GetProperty("state").GetString() == state, status.GetRawText());
        JsonElement replay = await desk.RequestAsync(_key);
        Assert.True(replay.GetProperty("requestId").GetString() == Id && replay.GetProperty("replayed").GetBoolean(), replay.GetRawText());
        Positions = (await desk.Terminal.RowsAsync("positions")).Length;
        Assert.Equal(state == "filled" ? 1 : 0, Positions);
        string[] events = await EventsAsync();
        Assert.Equal(state == "filled" ? 1 : 0, events.Count(e => e == "order.fill"));
        Assert.Equal(events.Contains("order.submitting") ? "order.reconciled" : "order.expired", events[^1]);
    }

    /// <summary>The switch stands at level 3, and the position was closed, once.</summary>
    public async Task IsFlatAsync()
    {
        Assert.Equal(3, await desk.KillLevelAsync());
        await EmptyAsync(level: 3);
        JsonElement[] deals = await desk.Terminal.RowsAsync("deals");
        Assert.Single(deals, d => d.GetProperty("position").GetInt64() == _position && d.GetProperty("entry").GetString() == "out");
    }

    /// <summary>The switch still forbids entries.</summary>
    public async Task IsTightAsync() => Assert.Equal(1, await desk.KillLevelAsync());

    /// <summary>Leaves nothing behind that the next scene could meet.</summary>
    public async Task TidyAsync()
    {
        int level = await desk.KillLevelAsync();
        if (level > 0)
        {
            await EmptyAsync(level);
            await desk.RearmAsync();
        }
        else
        {
            await desk.ActivateAsync();
        }

        if (_request.ValueKind == JsonValueKind.Object)
        {
            await desk.CallAsync("withdraw_request", new { id = Id, reason = "test", idempotencyKey = $"w{name}" });
            await desk.UntilAsync("get_execution_status", new { requestId = Id }, answer => !OnTheWay.Contains(answer.GetProperty("state").GetString()));
        }

        foreach (JsonElement position in await desk.Terminal.RowsAsync("positions"))
        {
            await desk.Terminal.CommandAsync($"close {position.GetProperty("ticket").GetInt64()}");
        }

        await desk.PositionsAsync();
    }

    private async Task EmptyAsync(int level)
    {
        if (level == 3)
        {
            await desk.UntilAsync("live_list_positions", null, answer => answer.TryGetProperty("total", out JsonElement total) && total.GetInt32() == 0);
        }
    }

    private string NextKey(int attempt) => _key = $"{name}.{attempt}";

    // An answer that the host dies after may be here before the host is dead: whoever was answered has passed every point.
    private async Task<bool> RequestAsync()
    {
        await desk.RequestUntilWaitingAsync(NextKey);
        return true;
    }

    private async Task<bool> ApproveAsync() =>
        (await desk.ApproveAsync(_request)).TryGetProperty("state", out JsonElement state) && (state.GetString() == "filled" || OnTheWay.Contains(state.GetString()));

    private async Task<bool> FlattenAsync() => TerminalDesk.Code(await desk.OperateAsync("trigger_kill_switch", new { level = 3, reason = "test" })) is null;

    private async Task<bool> LetGoAsync()
    {
        await desk.RearmAsync();
        return true;
    }

    private async Task FillAsync()
    {
        await desk.ApproveAsync(_request);
        await desk.UntilAsync("get_execution_status", new { requestId = Id }, answer => answer.GetProperty("state").GetString() == "filled");
        _position = Assert.Single(await desk.PositionsAsync());
    }

    private async Task<JsonElement[]> StepsAsync() =>
        [.. (await desk.CallAsync("get_execution_status", new { requestId = Id })).GetProperty("timeline").EnumerateArray()];

    private async Task<string[]> EventsAsync() => [.. (await StepsAsync()).Select(s => s.GetProperty("event").GetString()!)];
}
