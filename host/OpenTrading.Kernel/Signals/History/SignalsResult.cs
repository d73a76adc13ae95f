using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Signals.History;

/// <summary>Recorded signals.</summary>
public sealed record SignalsResult : RecordList
{
    /// <summary>The signals, newest first.</summary>
    public required IReadOnlyList<SignalRow> Signals { get; init; }
}
