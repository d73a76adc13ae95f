using OpenTrading.Kernel.Journal.Calls;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Audit;

/// <summary>Calls as the journal has them, newest first.</summary>
public sealed record AuditLogs : RecordList
{
    /// <summary>The calls.</summary>
    public required IReadOnlyList<CallRow> Entries { get; init; }
}
