using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live.Operating;

/// <summary>How a request stands after an operator spoke.</summary>
public sealed record RequestStateResult : RecordResult
{
    /// <summary>State of the request.</summary>
    public required string State { get; init; }
}
