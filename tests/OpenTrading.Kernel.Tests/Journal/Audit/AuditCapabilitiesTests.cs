using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Audit;
using OpenTrading.Kernel.Tests.Capabilities;
using OpenTrading.Kernel.Tests.Journal.Index;
using OpenTrading.Kernel.Tests.Journal.Merkle;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Journal.Audit;

public sealed class AuditCapabilitiesTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly IndexedJournal _journal;
    private readonly CapabilityBench _bench;

    public AuditCapabilitiesTests()
    {
        _journal = new IndexedJournal(_folder);
        _bench = new CapabilityBench(
            _ =>
            [
                new SampleCapabilities(),
                new AuditCapabilities(_folder.Root, _folder["exports"], _journal.Journal, _journal.Index, _journal.Calls, _journal.Checkpoints, new Paging(_folder.Clock), _folder.Clock),
            ],
            _journal.Journal);
    }

    public void Dispose()
    {
        _bench.Dispose();
        _journal.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task GetAuditLogs_Calls_AreThereWithCallerOutcomeAndHash()
    {
        await _bench.Call("echo", """{"text":"a"}""");
        await _bench.Call("operate", surface: Surface.Mcp);
        _folder.Clock.Fire();

        JsonElement logs = await _bench.Call("get_audit_logs");

        Assert.Equal("2 calls, 1 of them refused.", logs.Text("summary"));
        Assert.Equal(
            ["2 analyst mcp operate operate error NOT_PERMITTED", "1 analyst rest echo read ok "],
            logs.Items("entries").Select(e => $"{e.Number("seq")} {e.Text("role")} {e.Text("surface")} {e.Text("capability")} {e.Text("effect")} {e.Text("outcome")} {(e.Has("code") ? e.Text("code") : "")}"));
        Assert.Equal(_folder.Records().Take(2).Reverse().Select(r => r.Hash), logs.Each("entries", "hash"));
        Assert.Equal(64, logs.Items("entries")[0].Text("requestHash")!.Length);
        Assert.Equal("2026-01-05T08:00:00.000Z", logs.Text("asOf"));
    }

    [Theory]
    [InlineData("""{"capability":"echo"}""", "3")]
    [InlineData("""{"outcome":"error"}""", "2,1")]
    [InlineData("""{"role":"operator"}""", "2")]
    [InlineData("""{"from":"2026-01-05T08:00:01Z"}""", "3,2")]
    [InlineData("""{"to":"2026-01-05T08:00:01Z"}""", "1")]
    [InlineData("""{"from":"2026-01-05T08:00:01Z","to":"2026-01-05T08:00:02Z","role":"operator"}""", "2")]
    public async Task GetAuditLogs_Filters_LeaveWhatTheyName(string arguments, string seqs)
    {
        await _bench.Call("fail");
        _folder.Clock.Now = _folder.Clock.Now.AddSeconds(1);
        await _bench.Call("refuse", caller: CapabilityBench.Operator);
        _folder.Clock.Now = _folder.Clock.Now.AddSeconds(1);
        await _bench.Call("echo", """{"text":"a"}""");
        _folder.Clock.Fire();

        Assert.Equal(seqs, string.Join(',', (await _bench.Call("get_audit_logs", arguments)).Each("entries", "seq")));
    }

    [Fact]
    public async Task GetAuditLogs_FollowingTheCursor_GivesEveryCallOnceWhileOthersCome()
    {
        for (int i = 0; i < 8; i++)
        {
            await _bench.Call("echo", """{"text":"a"}""");
        }

        _folder.Clock.Fire();
        JsonElement first = await _bench.Call("get_audit_logs", """{"limit":4}""");
        _folder.Clock.Fire();
        JsonElement second = await _bench.Call("get_audit_logs", $$"""{"limit":4,"cursor":"{{first.Text("nextCursor")}}"}""");

        Assert.Equal(("8 calls, 0 of them refused.", true), (first.Text("summary"), first.GetProperty("truncated").GetBoolean()));
        Assert.Equal(["8", "7", "6", "5"], first.Each("entries", "seq"));
        Assert.Equal(["4", "3", "2", "1"], second.Each("entries", "seq"));
        Assert.Equal((9, false), (second.Number("total"), second.Has("nextCursor")));
    }

    [Fact]
    public async Task GetAuditEntry_OfACall_ShowsArgumentsWithoutSecretsAndLinks()
    {
        await _bench.Call("echo", """{"text":"a","passphrase":"hunter2","jobId":"job_1"}""");
        _folder.Clock.Fire();

        JsonElement entry = await _bench.Call("get_audit_entry", """{"seq":1}""");

        Assert.Equal("Record 1: capability.called by client:a at 2026-01-05 08:00:00 UTC.", entry.Text("summary"));
        Assert.Equal("""{"jobId":"job_1","passphrase":"[redacted]","text":"a"}""", entry.GetProperty("arguments").GetRawText());
        Assert.Equal(("error", new string('0', 64), _folder.Records()[0].Hash), (entry.Text("outcome"), entry.Text("prevHash"), entry.Text("hash")));
        Assert.Equal(["jobId job_1"], entry.Items("links").Select(l => $"{l.Text("kind")} {l.Text("id")}"));
    }

    [Fact]
    public async Task GetAuditEntry_OfAnotherRecord_ShowsAllItSays()
    {
        _journal.Append(1);

        JsonElement entry = await _bench.Call("get_audit_entry", """{"seq":1}""");

        Assert.Equal(("test.note", """{"n":1}"""), (entry.Text("type"), entry.GetProperty("arguments").GetRawText()));
        Assert.False(entry.Has("outcome"));
    }

    [Fact]
    public async Task GetAuditEntry_ChangedOnDisk_IsAnIntegrityFault()
    {
        _journal.Append(3);
        Tamper();

        Assert.Equal("INTEGRITY_FAILED", (await _bench.Refused("get_audit_entry", """{"seq":2}""")).Code);
    }

    [Fact]
    public async Task VerifyAuditChain_Intact_IsValidWithItsHead()
    {
        _journal.Append(20);

        JsonElement result = (await _bench.Call("verify_audit_chain", """{"fromSeq":5,"toSeq":14}""")).GetProperty("result");

        Assert.Equal((true, 10, _folder.Records()[13].Hash), (result.GetProperty("valid").GetBoolean(), result.Number("entries"), result.Text("head")));
        Assert.False(result.Has("firstBad"));
    }

    [Fact]
    public async Task VerifyAuditChain_Tampered_NamesTheFirstBadRecord()
    {
        _journal.Append(3);
        string[] hashes = [.. _folder.Records().Select(r => r.Hash)];
        Tamper();

        JsonElement result = (await _bench.Call("verify_audit_chain")).GetProperty("result");

        Assert.Equal((false, 1, hashes[0]), (result.GetProperty("valid").GetBoolean(), result.Number("entries"), result.Text("head")));
        Assert.Equal((2, hashes[1]), (result.GetProperty("firstBad").Number("seq"), result.GetProperty("firstBad").Text("found")));
        Assert.NotEqual(hashes[1], result.GetProperty("firstBad").Text("expected"));
    }

    [Fact]
    public async Task GetAuditProof_OfASignedRecord_LeadsToTheSignedRoot()
    {
        _journal.Append(1010);
        _journal.Checkpoints.WriteNow();

        JsonElement checkpoint = await _bench.Call("get_audit_checkpoint");
        JsonElement proof = await _bench.Call("get_audit_proof", """{"seq":700}""");

        Assert.Equal((1010, "opentrading:checkpoint:v1"), (checkpoint.Number("size"), checkpoint.Text("origin")));
        Assert.Equal((checkpoint.Text("root"), 1010), (proof.Text("root"), proof.Number("size")));
        Assert.True(MerkleProof.Includes(Bytes(proof.GetProperty("leaf")), 699, 1010, [.. proof.Items("path").Select(Bytes)], Bytes(proof.GetProperty("root"))));
    }

    [Fact]
    public async Task GetAuditProof_NotYetSigned_SaysWhenItWillBe()
    {
        _journal.Append(10);
        _journal.Checkpoints.WriteNow();
        _journal.Append(1);

        JsonElement error = (await _bench.Call("get_audit_proof", """{"seq":11}""")).GetProperty("error");

        Assert.Equal(
            ("STATE_CONFLICT", "Record 11 is newer than the newest checkpoint, which covers 10", "The next one comes by record 1000, or with an export."),
            (error.Text("code"), error.Text("message"), error.Text("remedy")));
    }

    [Fact]
    public async Task ExportAudit_ASpan_IsAFileThatVerifies()
    {
        for (int i = 0; i < 5; i++)
        {
            _journal.Append(1);
            _folder.Clock.Now = _folder.Clock.Now.AddHours(1);
        }

        JsonElement exported = await _bench.Call(
            "export_audit", """{"from":"2026-01-05T09:00:00Z","to":"2026-01-05T12:00:00Z","why":"the auditor asked"}""", CapabilityBench.Operator);

        string file = new Uri(exported.Text("uri")!).LocalPath;
        JournalVerification found = JournalVerifier.Verify(file);
        Assert.Equal((JournalVerdict.Ok, 3L, 4L), (found.Verdict, found.Records, found.LastSeq));
        Assert.Equal((3, found.LastHash), (exported.Number("entries"), exported.Text("head")));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))), exported.Text("sha256"));
        Assert.Equal("the auditor asked", _folder.Records().Single(r => r.Type == "audit.exported").Payload.Text("why"));
        Assert.Equal(6, (await _bench.Call("get_audit_checkpoint")).Number("size"));
    }

    [Theory]
    [InlineData("get_audit_entry", """{"seq":0}""", "VALIDATION_ERROR")]
    [InlineData("get_audit_entry", """{"seq":99}""", "NOT_FOUND")]
    [InlineData("get_audit_entry", """{"seq":"NaN"}""", "VALIDATION_ERROR")]
    [InlineData("get_audit_proof", """{"seq":99}""", "NOT_FOUND")]
    [InlineData("get_audit_proof", """{"seq":1}""", "NOT_FOUND")]
    [InlineData("get_audit_checkpoint", "{}", "NOT_FOUND")]
    [InlineData("get_audit_logs", """{"outcome":"maybe"}""", "VALIDATION_ERROR")]
    [InlineData("get_audit_logs", """{"limit":0}""", "VALIDATION_ERROR")]
    [InlineData("get_audit_logs", """{"cursor":"????"}""", "VALIDATION_ERROR")]
    [InlineData("export_audit", """{"why":"x"}""", "NOT_PERMITTED")]
    public async Task AnyCall_WrongInput_IsRefused(string name, string arguments, string code)
    {
        _journal.Append(1);

        Assert.Equal(code, (await _bench.Refused(name, arguments)).Code);
    }

    [Fact]
    public async Task VerifyAuditChain_BeyondTheEnd_SaysWhereItIs()
    {
        _journal.Append(3);

        Assert.Equal("fromSeq is 9, the last record is 3", (await _bench.Call("verify_audit_chain", """{"fromSeq":9}""")).GetProperty("error").Text("message"));
    }

    private static byte[] Bytes(JsonElement hex) => Convert.FromHexString(hex.GetString()!);

    private void Tamper() => File.WriteAllText(_folder.Journal, File.ReadAllText(_folder.Journal).Replace("\"n\":2", "\"n\":7", StringComparison.Ordinal));
}
