namespace OpenTrading.Kernel.Capabilities;

/// <summary>Bounds of calls.</summary>
public sealed record CallLimits
{
    /// <summary>How long a call may take before it is given up. A job has no such limit.</summary>
    /// <value>Default 30 s.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a plugin's code may take to end once it was asked to, before it is taken for hung.</summary>
    /// <value>Default 2 s.</value>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a caller waits for a job before it gets its id instead of its result.</summary>
    /// <value>Default 20 s.</value>
    public TimeSpan InlineWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Reading calls a second, per caller.</summary>
    /// <value>Default 5000.</value>
    public int ReadsPerSecond { get; init; } = 5000;

    /// <summary>Other calls a second, per caller.</summary>
    /// <value>Default 20.</value>
    public int ChangesPerSecond { get; init; } = 20;
}
