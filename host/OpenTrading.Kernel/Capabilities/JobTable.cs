using System.Collections.Concurrent;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>The long calls of a host: a few at a time, the rest in a queue; results are kept for an hour.</summary>
public sealed class JobTable(TimeProvider time, int parallel) : IDisposable
{
    private const int MostKept = 1000;
    private const int MostWaiting = 100;
    private const int MostEach = 25;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turns = new(parallel);
    private int _waiting;

    /// <summary>Jobs, newest first.</summary>
    public IReadOnlyList<Job> All => [.. _jobs.Values.OrderByDescending(j => j.Id, StringComparer.Ordinal)];

    /// <summary>The job of an id.</summary>
    /// <exception cref="CapabilityException">It is unknown, or expired.</exception>
    public Job Get(string id) => _jobs.GetValueOrDefault(id)
        ?? throw new CapabilityException(ErrorCode.JobNotFound, $"Job {id} is unknown or expired", "List jobs with get_jobs; results are kept for an hour.");

    /// <summary>Starts a job.</summary>
    /// <param name="capability">What it runs.</param>
    /// <param name="caller">Whose it is.</param>
    /// <param name="told">Told of progress.</param>
    /// <param name="run">The work.</param>
    /// <exception cref="CapabilityException">Too many wait already.</exception>
    public Job Start(string capability, Principal caller, IProgress<JobProgress>? told, Func<Job, CancellationToken, Task<CallOutcome>> run)
    {
        Forget();
        if (Volatile.Read(ref _waiting) >= MostWaiting)
        {
            throw new CapabilityException(ErrorCode.RateLimited, $"{MostWaiting} jobs are waiting", "Wait for some to end, or cancel them with cancel_job.");
        }

        if (_jobs.Values.Count(j => j.EndedAt is null && j.Caller.Actor == caller.Actor) >= MostEach)
        {
            throw new CapabilityException(ErrorCode.RateLimited, $"{MostEach} jobs of yours wait or run", "Wait for some to end, or cancel them with cancel_job.");
        }

        var job = new Job(Ulid.New("job_", time.GetUtcNow()), capability, caller, time.GetUtcNow(), told);
        _jobs[job.Id] = job;
        job.Completion = Task.Run(() => RunAsync(job, run));
        return job;
    }

    /// <summary>Ends all jobs.</summary>
    public void Dispose()
    {
        foreach (Job job in _jobs.Values)
        {
            job.Cancel();
        }
    }

    private async Task RunAsync(Job job, Func<Job, CancellationToken, Task<CallOutcome>> run)
    {
        bool hasTurn = false;
        try
        {
            Interlocked.Increment(ref _waiting);
            try
            {
                await _turns.WaitAsync(job.Cancelling).ConfigureAwait(false);
                hasTurn = true;
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }

            job.Status = JobStatus.Running;
            job.Result = await run(job, job.Cancelling).ConfigureAwait(false);
            End(job, JobStatus.Succeeded);
        }
        catch (OperationCanceledException) when (job.Cancelling.IsCancellationRequested)
        {
            End(job, JobStatus.Cancelled);
        }
#pragma warning disable CA1031 // A job's failure is its result; nobody may be waiting any more.
        catch (Exception e)
#pragma warning restore CA1031
        {
            job.Error = Refusal.Of(e);
            End(job, JobStatus.Failed);
        }
        finally
        {
            if (hasTurn)
            {
                _turns.Release();
            }
        }
    }

    private void End(Job job, JobStatus status)
    {
        job.EndedAt = time.GetUtcNow();
        job.Status = status;
    }

    private void Forget()
    {
        DateTimeOffset before = time.GetUtcNow() - Kept;
        foreach (Job job in _jobs.Values.Where(j => j.EndedAt < before))
        {
            _jobs.TryRemove(job.Id, out _);
        }

        foreach (Job job in _jobs.Values.Where(j => j.EndedAt is not null).OrderBy(j => j.Id, StringComparer.Ordinal).Take(Math.Max(0, _jobs.Count - MostKept)))
        {
            _jobs.TryRemove(job.Id, out _);
        }
    }
}
