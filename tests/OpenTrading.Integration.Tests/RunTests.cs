using System.Globalization;
using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary>A host that runs: its first words, its end, its account, and what may happen beside it.</summary>
public sealed class RunTests : IDisposable
{
    private const string SpeedVariable = "OPENTRADING__RUN__SPEED";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Run_ShippedConfiguration_WarnsOnceSaysSyntheticAndStopsInOrder()
    {
        string[] first = await StartAndStopAsync();
        string[] second = await StartAndStopAsync();

        Assert.StartsWith("Risk notice.", first[0], StringComparison.Ordinal);
        Assert.DoesNotContain(second, line => line.StartsWith("Risk notice.", StringComparison.Ordinal));
        Assert.All((string[][])[first, second], lines =>
        {
            Assert.Contains(lines, line => line.Contains("SYNTHETIC", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.Contains("opentrading import FILE --symbol", StringComparison.Ordinal));
            Assert.StartsWith("stopped after ", lines[^1], StringComparison.Ordinal);
        });
        (await _workspace.RunAsync("audit", "verify")).RequireSuccess();
    }

    [Fact]
    public async Task Run_WithoutStrategies_IsADeskForClients()
    {
        _workspace.Write("config/quiet.toml", "extends = \"opentrading.toml\"\n[run]\nstrategies = []\n");
        using RunningHost host = _workspace.Start("--config", "config/quiet.toml");

        Assert.EndsWith("no strategies: clients alone propose", await host.LineWithAsync("OpenTrading on paper"), StringComparison.Ordinal);
        await host.LineWithAsync("| flat");
        Outcome asked = await _workspace.RunAsync("--config", "config/quiet.toml", "call", "generate_ensemble_signal", "--symbol", "TREND1", "--timeframe", "M1");
        Assert.Contains("the session runs no strategy; name some of list_strategies", asked.Complaint, StringComparison.Ordinal);
        await StopAsync(host);
    }

    [Fact]
    public async Task Run_FirstLine_ComesWithinTenSeconds()
    {
        long start = TimeProvider.System.GetTimestamp();
        using RunningHost host = _workspace.Start();

        await host.LineWithAsync("");

        // 1.5 s is the aim on a machine of its own; the bound leaves room for a busy one.
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        await StopAsync(host);
    }

    [Fact]
    public async Task Run_KilledAndStartedAgain_ContinuesTheAccount()
    {
        _workspace.Variables[SpeedVariable] = "20000";
        string flat;
        using (RunningHost host = _workspace.Start())
        {
            await host.LineWithAsync("(open), balance");
            StopEntries();
            await host.LineWithAsync("kill_switch");
            flat = await host.LineWithAsync("| flat");
            await host.KillAsync();
        }

        string fills = (await _workspace.RunAsync("audit", "show", "--type", "position.deal", "--limit", "1", "--json")).RequireSuccess().Output;
        using JsonDocument document = JsonDocument.Parse(fills);
        string balance = document.RootElement.GetProperty("records")[0].GetProperty("payload").GetProperty("balance").GetString()!;
        string money = decimal.Parse(balance, CultureInfo.InvariantCulture).ToString("N2", CultureInfo.InvariantCulture);
        Assert.Contains($"equity {money} USD", flat, StringComparison.Ordinal);
        Assert.NotEqual("10,000.00", money);
        (await _workspace.RunAsync("audit", "verify")).RequireSuccess();

        _workspace.Variables[SpeedVariable] = "1";
        using RunningHost again = _workspace.Start();
        Assert.StartsWith($"Account paper@sim: {money} USD,", await again.LineWithAsync("Account "), StringComparison.Ordinal);
        Assert.DoesNotContain(again.Lines, line => line.StartsWith("Risk notice.", StringComparison.Ordinal));
        await StopAsync(again);
        (await _workspace.RunAsync("audit", "verify")).RequireSuccess();
    }

    [Fact]
    public async Task Run_KillFileDropped_StopsNewEntries()
    {
        _workspace.Variables[SpeedVariable] = "20000";
        using RunningHost host = _workspace.Start();
        await host.LineWithAsync("(open), balance");
        StopEntries();

        await host.LineWithAsync("kill_switch");
        int stopped = host.Lines.Count;
        await host.LineWithAsync("kill_switch");
        await host.LineWithAsync("KILL 1");
        await StopAsync(host);

        Assert.DoesNotContain(host.Lines.Skip(stopped), line => line.Contains("(open)", StringComparison.Ordinal));
        Outcome alarm = await _workspace.RunAsync("audit", "show", "--type", "kill.activated", "--json");
        Assert.Equal(1, alarm.Json.GetProperty("records").GetArrayLength());
    }

    [Fact]
    public async Task Run_SecondHostInTheHome_IsRefusedAndTheFirstGoesOn()
    {
        using RunningHost host = _workspace.Start();
        await host.LineWithAsync("Ctrl+C");

        Outcome refused = await _workspace.RunAsync("run");

        Assert.Equal(6, refused.ExitCode);
        Assert.Contains($"another host, process {host.Id}, works in this home; end it with 'opentrading stop'", refused.Complaint, StringComparison.Ordinal);
        await StopAsync(host);
    }

    [Fact]
    public async Task ImportAndReplay_BesideARunningHost_WorkAndAreRecordedByIt()
    {
        using RunningHost host = _workspace.Start();
        await host.LineWithAsync("Ctrl+C");

        (await _workspace.ImportAsync(_workspace.Write("bars.csv", BarFile.Waves(300)))).RequireSuccess();
        JsonElement replay = (await _workspace.ReplayAsync("--json")).Json;
        (await _workspace.RunAsync("data", "list")).RequireSuccess();
        await StopAsync(host);

        JsonElement recorded = Assert.Single((await _workspace.RunAsync("audit", "show", "--type", "replay.recorded", "--json")).Json.GetProperty("records").EnumerateArray());
        Assert.Equal(replay.GetProperty("run").GetString(), recorded.GetProperty("payload").GetProperty("run").GetString());
        Assert.Equal(replay.GetProperty("journal").GetProperty("sha256").GetString(), recorded.GetProperty("payload").GetProperty("sha256").GetString());
        JsonElement about = (await _workspace.RunAsync("audit", "show", "--about", replay.GetProperty("run").GetString()!, "--json")).Json.GetProperty("records");
        Assert.Equal(["replay.recorded"], about.EnumerateArray().Select(r => r.GetProperty("type").GetString()));
        (await _workspace.RunAsync("audit", "verify")).RequireSuccess();
    }

    [Fact]
    public async Task Stop_SuspendedHost_GivesUpAndSaysSo()
    {
        using RunningHost host = _workspace.Start();
        await host.LineWithAsync("Ctrl+C");
        await host.SignalAsync("STOP");

        Outcome stop = await _workspace.RunAsync("stop");

        Assert.Equal(7, stop.ExitCode);
        Assert.Contains($"the host, process {host.Id}, does not answer; end that process by hand", stop.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Run_Signal_EndsInOrder(string signal)
    {
        using RunningHost host = _workspace.Start();
        await host.LineWithAsync("Ctrl+C");

        await host.SignalAsync(signal);
        Outcome end = await host.EndAsync();

        Assert.Equal(0, end.ExitCode);
        Assert.Contains("stopped after ", end.Output, StringComparison.Ordinal);
    }

    private async Task<string[]> StartAndStopAsync()
    {
        using RunningHost host = _workspace.Start();
        await host.LineWithAsync("Ctrl+C");
        await StopAsync(host);
        return [.. host.Lines];
    }

    private async Task StopAsync(RunningHost host)
    {
        Outcome stop = (await _workspace.RunAsync("stop")).RequireSuccess();
        Assert.Equal($"stopped process {host.Id}\n", stop.Output);
        Outcome end = await host.EndAsync();
        Assert.Equal(0, end.ExitCode);
        Assert.Equal("", end.Error);
    }

    private void StopEntries() => _workspace.Write("home/state/KILL", "");
}
