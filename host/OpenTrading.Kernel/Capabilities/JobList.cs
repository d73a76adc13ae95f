using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>Jobs, newest first.</summary>
public sealed record JobList : RecordList
{
    /// <summary>The jobs.</summary>
    public required IReadOnlyList<JobRow> Jobs { get; init; }
}

/// <summary>A job in a list.</summary>
/// <param name="JobId">Its id.</param>
/// <param name="Capability">What it runs.</param>
/// <param name="Status">How it stands.</param>
/// <param name="ProgressPct">0 to 100.</param>
/// <param name="Stage">What it is doing.</param>
/// <param name="EtaS">Seconds it may still take, judged by its progress so far; null where nothing can be said.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="EndedAt">When it ended; null while it has not.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
public sealed record JobRow(
    string JobId, string Capability, JobStatus Status, double ProgressPct, string Stage, int? EtaS, DateTime StartedAt, DateTime? EndedAt, ErrorBody? Error)
{
    internal static JobRow Of(Job job, DateTimeOffset now) => new(
        job.Id,
        job.Capability,
        job.Status,
        job.Status == JobStatus.Succeeded ? 100 : Math.Round(job.Progress.Percent, 1),
        job.Progress.Stage,
        job.Status == JobStatus.Running && job.Progress.Percent > 0 ? (int)Math.Ceiling((now - job.StartedAt).TotalSeconds * (100 - job.Progress.Percent) / job.Progress.Percent) : null,
        job.StartedAt.UtcDateTime,
        job.EndedAt?.UtcDateTime,
        job.Error is { } error ? ErrorBody.Of(error) : null);
}
