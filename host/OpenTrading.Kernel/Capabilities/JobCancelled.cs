using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>What became of a job that was to end.</summary>
public sealed record JobCancelled : RecordResult
{
    /// <summary><see cref="JobStatus.Cancelled"/>, or <see cref="JobStatus.Running"/> while it is still on its way to the end.</summary>
    public required JobStatus Status { get; init; }
}
