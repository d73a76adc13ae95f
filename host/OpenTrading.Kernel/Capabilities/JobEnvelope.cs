using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>A job as a caller sees it.</summary>
public sealed record JobEnvelope : CapabilityResult
{
    /// <summary>Its id, <c>job_</c> and a ULID.</summary>
    public required string JobId { get; init; }

    /// <summary>How it stands.</summary>
    public required JobStatus Status { get; init; }

    /// <summary>0 to 100.</summary>
    public double ProgressPct { get; init; }

    /// <summary>Seconds to wait before asking again; null when it has ended.</summary>
    public int? PollAfterS { get; init; }

    /// <summary>What it found; null until it has succeeded.</summary>
    public object? Result { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public ErrorBody? Error { get; init; }
}
