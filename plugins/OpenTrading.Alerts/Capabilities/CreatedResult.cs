using OpenTrading.Alerts.Book;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Alerts.Capabilities;

/// <summary>A new alert.</summary>
public sealed record CreatedResult : PricesResult
{
    /// <summary><c>alt_</c> and a ULID.</summary>
    public required string AlertId { get; init; }

    /// <summary>How it stands.</summary>
    public required AlertStatus Status { get; init; }

    /// <summary>Bid now.</summary>
    public required decimal CurrentPrice { get; init; }
}
