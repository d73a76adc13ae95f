namespace OpenTrading.Sdk.Capabilities;

/// <summary>A capability refuses a call. Code, message, remedy and details reach the client; nothing else of an exception ever does.</summary>
/// <param name="code">Which error.</param>
/// <param name="message">What, where and the value, as one sentence.</param>
/// <param name="remedy">What to do about it.</param>
/// <param name="details">Single faults, where there are several.</param>
public sealed class CapabilityException(ErrorCode code, string message, string remedy, IReadOnlyList<ErrorDetail>? details = null)
    : Exception(message)
{
    /// <summary>Which error.</summary>
    public ErrorCode Code { get; } = code;

    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>Single faults; empty when the message says it all.</summary>
    public IReadOnlyList<ErrorDetail> Details { get; } = details ?? [];
}
