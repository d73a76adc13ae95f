using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Alerts.Capabilities;

/// <summary>Alerts.</summary>
public sealed record AlertsResult : RecordList
{
    /// <summary>The alerts, newest first.</summary>
    public required IReadOnlyList<AlertRow> Alerts { get; init; }
}
