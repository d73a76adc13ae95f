using System.Text.Json;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>A long call: it goes on when its caller stops waiting, until it ends, is cancelled, or its time is over.</summary>
#pragma warning disable CA1001 // The source has no timer and no wait handle: there is nothing to dispose, and a late caller may still cancel.
public sealed class Job : IProgress<JobProgress>
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _cancelling = new();
    private readonly IProgress<JobProgress>? _told;
    private volatile object _progress = new JobProgress(0, "queued");

    internal Job(string id, string capability, Principal caller, DateTimeOffset startedAt, IProgress<JobProgress>? told)
    {
        (Id, Capability, Caller, StartedAt, _told) = (id, capability, caller, startedAt, told);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>What it runs.</summary>
    public string Capability { get; }

    /// <summary>Whose it is.</summary>
    public Principal Caller { get; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>How it stands.</summary>
    public JobStatus Status { get; internal set; }

    /// <summary>How far it is.</summary>
    public JobProgress Progress => (JobProgress)_progress;

    /// <summary>What it found, written down when it ended: what a plugin found outlives the plugin.</summary>
    public CallOutcome? Result { get; internal set; }

    /// <summary>Why it failed.</summary>
    public CapabilityException? Error { get; internal set; }

    /// <summary>Ends when the job does, and never fails.</summary>
    public Task Completion { get; internal set; } = Task.CompletedTask;

    internal CancellationToken Cancelling => _cancelling.Token;

    /// <summary>Asks it to end.</summary>
    public void Cancel() => _cancelling.Cancel();

    /// <summary>Takes note of progress.</summary>
    public void Report(JobProgress value)
    {
        _progress = value with { Percent = Math.Clamp(value.Percent, 0, 100) };
        _told?.Report(value);
    }

    /// <summary>The job as its caller sees it.</summary>
    public JobEnvelope ToEnvelope() => new()
    {
        Summary = Status switch
        {
            JobStatus.Succeeded => Result!.Summary,
            JobStatus.Failed => $"{Capability} failed: {Error!.Message}",
            JobStatus.Cancelled => $"{Capability} was cancelled.",
            _ => $"{Capability} is {(Status == JobStatus.Queued ? "waiting" : $"at {Progress.Percent:0} %")}; ask get_job_result for {Id}.",
        },
        JobId = Id,
        Status = Status,
        ProgressPct = Status == JobStatus.Succeeded ? 100 : Progress.Percent,
        PollAfterS = Status is JobStatus.Queued or JobStatus.Running ? 2 : null,
        Result = Result is { } found ? JsonElement.Parse(found.Body.Span) : null,
        Error = Error is { } error ? ErrorBody.Of(error) : null,
    };
}
