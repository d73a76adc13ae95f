using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary>The main job: bars in, signals, risk gate, paper fills, journal out.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Replay_TwoStrategies_PrintsTradesEquityAndRejectionsWithReasons()
    {
        await ImportWavesAsync(1500);

        JsonElement result = (await _workspace.ReplayAsync("--json")).Json;

        JsonElement summary = result.GetProperty("summary");
        Assert.Equal(1500, result.GetProperty("inputs").GetProperty("bars").GetInt32());
        Assert.Equal(["sma-rsi-baseline", "volatility-breakout"], Texts(result.GetProperty("inputs").GetProperty("strategies")));
        Assert.NotEqual(0, result.GetProperty("trades").GetArrayLength());
        Assert.Equal(summary.GetProperty("closedTrades").GetInt32(), result.GetProperty("trades").GetArrayLength());
        Assert.NotEqual(0, result.GetProperty("equity").GetArrayLength());
        decimal earned = result.GetProperty("trades").EnumerateArray().Sum(t => t.GetProperty("net").GetDecimal());
        Assert.Equal(10_000 + earned, summary.GetProperty("finalBalance").GetDecimal());

        Assert.NotEqual(0, result.GetProperty("rejections").GetArrayLength());
        Assert.Equal(summary.GetProperty("rejections").GetInt32(), result.GetProperty("rejections").GetArrayLength());
        Assert.All(result.GetProperty("rejections").EnumerateArray(), rejection =>
        {
            JsonElement violation = rejection.GetProperty("violations")[0];
            Assert.NotEmpty(violation.GetProperty("rule").GetString()!);
            Assert.NotEmpty(violation.GetProperty("remedy").GetString()!);
        });
        Assert.True(result.GetProperty("rejectionsByRule").TryGetProperty("spread_max", out _), "the wide spreads went unnoticed");
    }

    [Fact]
    public async Task Replay_Twice_PrintsAndWritesTheSameBytes()
    {
        await ImportWavesAsync(1500);

        Outcome first = (await _workspace.ReplayAsync("--json")).RequireSuccess();
        byte[] journal = await File.ReadAllBytesAsync(JournalOf(first));
        Outcome second = (await _workspace.ReplayAsync("--json")).RequireSuccess();

        Assert.Equal(first.Output, second.Output);
        Assert.Equal(journal, await File.ReadAllBytesAsync(JournalOf(second)));
    }

    [Fact]
    public async Task AuditVerify_AfterReplay_HoldsAndNamesTheFirstBadRecordOnceAByteChanges()
    {
        await ImportWavesAsync(1500);
        Outcome replay = await _workspace.ReplayAsync("--json");
        string journal = JournalOf(replay);
        string[] records = await File.ReadAllLinesAsync(journal);

        Outcome sound = (await _workspace.RunAsync("audit", "verify", journal)).RequireSuccess();
        Assert.Contains($"{records.Length} records, the chain holds up to seq {records.Length}", sound.Output, StringComparison.Ordinal);
        Outcome home = (await _workspace.RunAsync("audit", "verify")).RequireSuccess();
        Assert.Contains("1 records, the chain holds", home.Output, StringComparison.Ordinal);

        int third = records[0].Length + records[1].Length + 2;
        Workspace.Damage(journal, third + records[2].IndexOf("\"type\":\"", StringComparison.Ordinal) + 8);
        Outcome broken = await _workspace.RunAsync("audit", "verify", journal);

        Assert.Equal(2, broken.ExitCode);
        Assert.StartsWith($"{journal}:3: seq 3 is broken", broken.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditVerify_HomeJournalWithAChangedByte_NamesTheRecord()
    {
        await ImportWavesAsync(200);
        (await _workspace.ReplayAsync()).RequireSuccess();
        (await _workspace.ReplayAsync()).RequireSuccess();
        string journal = _workspace.InHome("audit", "audit.jsonl");
        Workspace.Damage(journal, -10);

        Outcome broken = await _workspace.RunAsync("audit", "verify", "--json");

        Assert.Equal(2, broken.ExitCode);
        using JsonDocument document = JsonDocument.Parse(broken.Output);
        JsonElement fault = document.RootElement.GetProperty("fault");
        Assert.Equal(2, fault.GetProperty("seq").GetInt32());
        Assert.Equal(2, fault.GetProperty("line").GetInt32());
        Assert.Equal(journal, fault.GetProperty("file").GetString());
    }

    [Fact]
    public async Task Import_SameFileAgain_AddsNothing()
    {
        await ImportWavesAsync(300);
        string series = Directory.GetFiles(_workspace.InHome("store"), "*.series", SearchOption.AllDirectories).Single();
        byte[] stored = await File.ReadAllBytesAsync(series);

        JsonElement again = (await _workspace.ImportAsync("bars.csv", "--json")).Json;

        Assert.Equal(0, again.GetProperty("added").GetInt32());
        Assert.Equal(300, again.GetProperty("known").GetInt32());
        Assert.Equal(300, again.GetProperty("stored").GetInt32());
        Assert.Equal(stored, await File.ReadAllBytesAsync(series));
    }

    [Fact]
    public async Task Replay_SeveralAtOnce_AllFinishAndAreRecorded()
    {
        await ImportWavesAsync(300);

        Outcome[] replays = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => _workspace.ReplayAsync("--cash", $"{i}000")));

        Assert.All(replays, replay => replay.RequireSuccess());
        Assert.Equal(4, (await _workspace.RunAsync("audit", "show", "--json")).Json.GetProperty("records").GetArrayLength());
        (await _workspace.RunAsync("audit", "verify")).RequireSuccess();
    }

    [MarketDataFact("EURUSD_H1.csv")]
    public async Task Replay_RecordedHours_IsRepeatableAndItsChainHolds()
    {
        JsonElement import = (await _workspace.ImportAsync(ReferenceFiles.MarketData("EURUSD_H1.csv"), "--json")).Json;
        Assert.Equal(74_439, import.GetProperty("added").GetInt32());

        Outcome first = (await _workspace.ReplayAsync("--json")).RequireSuccess();
        Outcome second = (await _workspace.ReplayAsync("--json")).RequireSuccess();

        Assert.Equal(first.Output, second.Output);
        Assert.True(first.Json.GetProperty("summary").GetProperty("closedTrades").GetInt32() > 100);
        (await _workspace.RunAsync("audit", "verify", JournalOf(first))).RequireSuccess();
    }

    [Fact]
    public async Task Replay_LongerTimeframe_IsAggregatedFromTheStoredOneAndSaysSo()
    {
        await ImportWavesAsync(1500);

        JsonElement inputs = (await _workspace.RunAsync("replay", "--symbol", "EURUSD", "--timeframe", "H4", "--strategy", "sma-cross", "--json")).Json.GetProperty("inputs");

        Assert.Equal(("H4", "H1", 375), (inputs.GetProperty("timeframe").GetString(), inputs.GetProperty("aggregatedFrom").GetString(), inputs.GetProperty("bars").GetInt32()));
    }

    [Fact]
    public async Task Replay_FinerTimeframe_IsRefused()
    {
        await ImportWavesAsync(20);

        Outcome refused = await _workspace.RunAsync("replay", "--symbol", "EURUSD", "--timeframe", "M30", "--strategy", "sma-cross");

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("EURUSD M30: neither it nor a finer series is stored", refused.Complaint, StringComparison.Ordinal);
    }

    private async Task ImportWavesAsync(int rows) => (await _workspace.ImportAsync(_workspace.Write("bars.csv", BarFile.Waves(rows)))).RequireSuccess();

    private string JournalOf(Outcome replay) => _workspace.InHome("reports", replay.Json.GetProperty("run").GetString()!, "journal.jsonl");

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];
}
