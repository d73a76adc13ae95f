using System.Reflection;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>Turns what a capability threw into what a client may know.</summary>
public static class Refusal
{
    /// <summary>The refusal of an exception. The text of an unexpected one stays in the host: it may hold paths, secrets, or a stack.</summary>
    public static CapabilityException Of(Exception e) => e switch
    {
        CapabilityException refusal => refusal,
        TargetInvocationException { InnerException: { } inner } => Of(inner),
        DataException data => new CapabilityException(ErrorCode.DataUnavailable, data.Message, data.Remedy),
        OperationCanceledException => new CapabilityException(ErrorCode.Cancelled, "The call was cancelled", "Call again if it was not meant."),
        TimeoutException => new CapabilityException(ErrorCode.Timeout, "The call took too long and was given up; it had no effect", "Ask for less, or try again later."),
        _ => new CapabilityException(ErrorCode.InternalError, "The host failed to answer", "See the host's log for the reason."),
    };
}
