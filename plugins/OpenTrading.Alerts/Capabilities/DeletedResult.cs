using OpenTrading.Alerts.Book;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Alerts.Capabilities;

/// <summary>An alert that is gone.</summary>
public sealed record DeletedResult : RecordResult
{
    /// <summary>How it stood before.</summary>
    public required AlertStatus Status { get; init; }
}
