using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Capabilities;

public sealed class JobCapabilitiesTests : IDisposable
{
    private readonly CapabilityBench _bench = new(bench => [new JobCapabilities(bench.Jobs, new Paging(TimeProvider.System), TimeProvider.System)]);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task GetJobs_RunningEndedAndFailed_EachAsItStands()
    {
        await Ended("first", _ => Done("found"));
        await Ended("second", _ => throw new CapabilityException(ErrorCode.DataUnavailable, "No data", "Import some."));
        Job third = Endless("third", 25);

        JsonElement list = await _bench.Call("get_jobs");

        Assert.Equal("3 jobs, 1 running.", list.Text("summary"));
        Assert.Equal(["third running 25 walking", "second failed 0 queued", "first succeeded 100 queued"], list.Items("jobs").Select(j => $"{j.Text("capability")} {j.Text("status")} {j.Number("progressPct")} {j.Text("stage")}"));
        Assert.Equal("DATA_UNAVAILABLE", list.Items("jobs")[1].GetProperty("error").Text("code"));
        Assert.True(list.Items("jobs")[0].GetProperty("etaS").GetInt32() >= 0);
        Assert.False(list.Items("jobs")[2].Has("etaS"));
        Assert.Equal(third.Id, list.Items("jobs")[0].Text("jobId"));
    }

    [Fact]
    public async Task GetJobs_ByStatus_OnlyThose()
    {
        await Ended("first", _ => Done("found"));
        Endless("second", 1);

        Assert.Equal(["first"], (await _bench.Call("get_jobs", """{"status":"succeeded"}""")).Each("jobs", "capability"));
    }

    [Fact]
    public async Task GetJobs_PageByPage_EveryJobOnceThoughNewOnesComeIn()
    {
        for (int i = 1; i <= 5; i++)
        {
            await Ended($"j{i}", _ => Done(""));
        }

        string[] newestFirst = [.. _bench.Jobs.All.Select(j => j.Capability)];
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            JsonElement page = await _bench.Call("get_jobs", cursor is null ? """{"limit":2}""" : $$"""{"limit":2,"cursor":"{{cursor}}"}""");
            seen.AddRange(page.Each("jobs", "capability"));
            Assert.Equal(page.GetProperty("truncated").GetBoolean(), page.Has("nextCursor"));
            cursor = page.Has("nextCursor") ? page.Text("nextCursor") : null;
            await Ended("late", _ => Done(""));
        }
        while (cursor is not null);

        Assert.Equal(newestFirst, seen);
    }

    [Fact]
    public async Task GetJobs_CursorOfAnotherQuery_IsRefused()
    {
        await Ended("a", _ => Done(""));
        await Ended("b", _ => Done(""));
        string? cursor = (await _bench.Call("get_jobs", """{"limit":1}""")).Text("nextCursor");

        Assert.Equal("VALIDATION_ERROR", (await _bench.Refused("get_jobs", $$"""{"limit":1,"status":"succeeded","cursor":"{{cursor}}"}""")).Code);
    }

    [Fact]
    public async Task GetJobResult_Ended_IsItsEnvelope()
    {
        Job job = await Ended("first", _ => Done("found"));

        JsonElement envelope = await _bench.Call("get_job_result", $$"""{"jobId":"{{job.Id}}"}""");

        Assert.Equal(("found", "succeeded", "found"), (envelope.Text("summary"), envelope.Text("status"), envelope.GetProperty("result").Text("summary")));
    }

    [Fact]
    public async Task GetJobResult_StillRunning_SaysWhenToAskAgain()
    {
        Job job = Endless("first", 25);

        JsonElement envelope = await _bench.Call("get_job_result", $$"""{"jobId":"{{job.Id}}","waitS":0}""");

        Assert.Equal(("running", 25, 2), (envelope.Text("status"), envelope.Number("progressPct"), envelope.Number("pollAfterS")));
    }

    [Fact]
    public async Task CancelJob_Own_EndsIt()
    {
        Job job = Endless("first", 25);

        JsonElement cancelled = await _bench.Call("cancel_job", $$"""{"jobId":"{{job.Id}}"}""");

        Assert.Equal(("first is cancelled.", "cancelled"), (cancelled.Text("summary"), cancelled.Text("status")));
        Assert.False(cancelled.Has("jobId"));
    }

    [Fact]
    public async Task CancelJob_OfAnother_IsForOperatorsOnly()
    {
        Job job = Endless("first", 25);

        Assert.Equal(("NOT_PERMITTED", $"Job {job.Id} belongs to client:a"), await _bench.Refused("cancel_job", $$"""{"jobId":"{{job.Id}}"}""", new Principal("client:b", Role.Analyst)));
        Assert.Equal("cancelled", (await _bench.Call("cancel_job", $$"""{"jobId":"{{job.Id}}"}""", CapabilityBench.Operator)).Text("status"));
    }

    [Fact]
    public async Task CancelJob_Ended_IsAConflict()
    {
        Job job = await Ended("first", _ => Done("found"));

        Assert.Equal(("STATE_CONFLICT", $"Job {job.Id} has ended: succeeded"), await _bench.Refused("cancel_job", $$"""{"jobId":"{{job.Id}}"}"""));
    }

    [Theory]
    [InlineData("get_jobs", """{"jobId":"job_x"}""", "JOB_NOT_FOUND")]
    [InlineData("get_jobs", """{"status":"sleeping"}""", "VALIDATION_ERROR")]
    [InlineData("get_jobs", """{"cursor":"abc"}""", "VALIDATION_ERROR")]
    [InlineData("get_job_result", """{"jobId":"job_x"}""", "JOB_NOT_FOUND")]
    [InlineData("get_job_result", """{"jobId":"job_x","waitS":3600}""", "VALIDATION_ERROR")]
    [InlineData("get_job_result", "{}", "VALIDATION_ERROR")]
    [InlineData("cancel_job", """{"jobId":"job_x"}""", "JOB_NOT_FOUND")]
    public async Task AnyCall_WrongInput_IsRefused(string name, string arguments, string code) => Assert.Equal(code, (await _bench.Refused(name, arguments)).Code);

    [Fact]
    public async Task GetJobs_MoreRowsThanMcpCarries_IsRefused() =>
        Assert.Equal("LIMIT_EXCEEDED", (await _bench.Refused("get_jobs", """{"limit":1001}""", surface: Surface.Mcp)).Code);

    private static Task<CallOutcome> Done(string summary) => Task.FromResult(CallOutcome.Of(new EchoResult { Summary = summary }));

    private async Task<Job> Ended(string capability, Func<Job, Task<CallOutcome>> run)
    {
        Job job = _bench.Jobs.Start(capability, CapabilityBench.Analyst, null, (started, _) => run(started));
        await job.Completion.WaitAsync(TimeSpan.FromSeconds(30));

        // Ids sort by milliseconds, and the next one must be later.
        string next = Ulid.New("job_", DateTimeOffset.UtcNow)[..14];
        while (string.CompareOrdinal(next, job.Id[..14]) <= 0)
        {
            next = Ulid.New("job_", DateTimeOffset.UtcNow)[..14];
        }

        return job;
    }

    private Job Endless(string capability, double percent)
    {
        using var started = new ManualResetEventSlim();
        Job job = _bench.Jobs.Start(capability, CapabilityBench.Analyst, null, async (own, cancelling) =>
        {
            own.Report(new JobProgress(percent, "walking"));
            started.Set();
            await Task.Delay(Timeout.Infinite, cancelling);
            throw new InvalidOperationException("never reached");
        });
        Assert.True(started.Wait(TimeSpan.FromSeconds(30)));
        return job;
    }
}
