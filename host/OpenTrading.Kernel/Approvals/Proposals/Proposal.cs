using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Approvals.Proposals;

/// <summary>A trade that a client thinks worth making. It moves nothing, and asks nobody for anything.</summary>
/// <param name="Id"><c>prop_</c> and a ULID.</param>
/// <param name="Proposer"><c>client:ID</c>.</param>
/// <param name="Key">Idempotency key.</param>
/// <param name="Time">UTC instant.</param>
/// <param name="ExpiresAt">UTC instant after which it may not be requested any more.</param>
/// <param name="Account">Account it was looked at on.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="Lots">Volume, as stated or as the limits leave it.</param>
/// <param name="OrderType">How it enters.</param>
/// <param name="Price">Price of a pending order.</param>
/// <param name="StopLoss">Stop level.</param>
/// <param name="TakeProfit">Target level.</param>
/// <param name="Thesis">Why, in the client's words. Text from outside; never interpreted.</param>
/// <param name="Confidence">The client's confidence, 0 to 1.</param>
/// <param name="Evidence">What the client points to. Text from outside; never interpreted.</param>
/// <param name="DecisionId">What the gate said of it.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Proposal(
    string Id,
    string Proposer,
    string Key,
    DateTime Time,
    DateTime ExpiresAt,
    string Account,
    string Symbol,
    OrderSide Side,
    decimal Lots,
    EntryType OrderType,
    decimal? Price,
    decimal? StopLoss,
    decimal? TakeProfit,
    string Thesis,
    double Confidence,
    IReadOnlyList<string> Evidence,
    string DecisionId)
{
    /// <summary>Request that was made of it; null while there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Why its client took it back; null when it did not.</summary>
    public string? Withdrawn { get; init; }

    /// <summary>How it stands at an instant.</summary>
    public ProposalStatus StatusAt(DateTime now) => RequestId is not null ? ProposalStatus.Requested
        : Withdrawn is not null || now >= ExpiresAt ? ProposalStatus.Expired
        : ProposalStatus.Open;
}
