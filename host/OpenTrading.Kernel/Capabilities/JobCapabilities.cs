using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>What can be asked about long calls.</summary>
public sealed class JobCapabilities(JobTable jobs, Paging paging, TimeProvider time)
{
    private static readonly TimeSpan CancelWait = TimeSpan.FromSeconds(1);

    /// <summary>Lists jobs.</summary>
    [Capability("get_jobs", "system", Effect.Read, "GET /jobs", Errors = [ErrorCode.JobNotFound])]
    [Description("Jobs of the last hour with progress, newest first.")]
    public JobList GetJobs(ICallContext call, string? jobId = null, JobStatus? status = null, [Range(1, 5000)] int limit = 20, string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        DateTimeOffset now = time.GetUtcNow();
        Job[] all = jobId is null ? [.. jobs.All.Where(j => status is null || j.Status == status)] : [jobs.Get(jobId)];
        Page<Job> page = paging.CutAfter(all, j => j.Id, limit, cursor, Paging.Query("get_jobs", jobId, status));
        return new JobList
        {
            Summary = jobId is not null
                ? $"{all[0].Capability} is {all[0].Status.ToString().ToLowerInvariant()}."
                : $"{page.Total} jobs{(status is null ? "" : $" {status.Value.ToString().ToLowerInvariant()}")}, {all.Count(j => j.Status == JobStatus.Running)} running.",
            AsOf = now.UtcDateTime,
            Jobs = [.. page.Items.Select(j => JobRow.Of(j, now))],
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
        };
    }

    /// <summary>Waits for a job and answers with it.</summary>
    [Capability("get_job_result", "system", Effect.Read, "GET /jobs/{jobId}/result", Errors = [ErrorCode.JobNotFound])]
    [Description("Result of a job; waits a little for it to end.")]
    public async Task<JobEnvelope> GetJobResult(ICallContext call, string jobId, [Range(0, 25), Description("longest wait")] int waitS = 20)
    {
        Job job = jobs.Get(jobId);
        await WaitAsync(job, TimeSpan.FromSeconds(waitS), call.CancellationToken).ConfigureAwait(false);
        return job.ToEnvelope();
    }

    /// <summary>Ends a job.</summary>
    [Capability("cancel_job", "system", Effect.Compute, "POST /jobs/{jobId}/cancel", Inline = true, Errors = [ErrorCode.JobNotFound, ErrorCode.StateConflict])]
    [Description("Ends a job of your own.")]
    public async Task<JobCancelled> CancelJob(ICallContext call, string jobId)
    {
        Job job = jobs.Get(jobId);
        if (job.Caller.Actor != call.Caller.Actor && call.Caller.Role != Role.Operator)
        {
            throw new CapabilityException(ErrorCode.NotPermitted, $"Job {jobId} belongs to {job.Caller.Actor}", "Its owner or an operator ends it.");
        }

        if (job.EndedAt is not null)
        {
            throw new CapabilityException(ErrorCode.StateConflict, $"Job {jobId} has ended: {job.Status.ToString().ToLowerInvariant()}", "Read it with get_job_result.");
        }

        job.Cancel();
        await WaitAsync(job, CancelWait, call.CancellationToken).ConfigureAwait(false);
        return new JobCancelled
        {
            Summary = job.EndedAt is null ? $"{job.Capability} was told to end." : $"{job.Capability} is {job.Status.ToString().ToLowerInvariant()}.",
            AsOf = time.GetUtcNow().UtcDateTime,
            Status = job.Status,
        };
    }

    private async Task WaitAsync(Job job, TimeSpan longest, CancellationToken cancellationToken)
    {
        try
        {
            await job.Completion.WaitAsync(longest, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It goes on; the answer says so.
        }
    }
}
