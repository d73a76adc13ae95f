namespace OpenTrading.Research.Web;

/// <summary>What a request may cost.</summary>
internal sealed record WebLimits
{
    /// <summary>Longest a try may take, from the first byte out to the last byte in.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Wait before the second try; doubled before each further one.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Tries after the first.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Longest wait that the other side may ask for and get; a longer one is told to the caller.</summary>
    public TimeSpan MostWait { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Most bytes of an answer, after decompression.</summary>
    public int MostBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Most redirects followed.</summary>
    public int MostRedirects { get; init; } = 3;

    /// <summary>Requests to one host in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 30;

    /// <summary>How long an answer is used again.</summary>
    public TimeSpan CacheLife { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Most bytes of answers that are kept.</summary>
    public long MostCachedBytes { get; init; } = 16 * 1024 * 1024;
}
