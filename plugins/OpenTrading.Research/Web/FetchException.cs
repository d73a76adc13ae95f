namespace OpenTrading.Research.Web;

/// <summary>Nothing usable came back. The message says why, in words that may be shown: no secret, nothing of an answer's text.</summary>
/// <param name="message">Why, without a full stop.</param>
internal sealed class FetchException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the same request may well succeed in a moment.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the other side asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
