using OpenTrading.Kernel.Live.Requests;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live.Operating;

/// <summary>Requests and what humans have said to them, newest first.</summary>
public sealed record ApprovalsResult : RecordList
{
    /// <summary>They.</summary>
    public required IReadOnlyList<ApprovalRow> Approvals { get; init; }
}

/// <summary>A request, with a grant if there is one.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="ApprovalId">The grant; null while there is none.</param>
/// <param name="OrderHash">Hash of exactly this order; an approval sends it back.</param>
/// <param name="Order">The order.</param>
/// <param name="Status">How it stands.</param>
/// <param name="RequestedAt">UTC instant.</param>
/// <param name="ExpiresAt">UTC instant at which request or grant lapses.</param>
/// <param name="Decision">What the rules say now, with the market they see; null for what does not wait, or while the terminal is away.</param>
/// <param name="ApprovedBy">Operators who have approved, oldest first.</param>
/// <param name="Thesis">Why, at length, in the words of the client; null where the request came from no proposal. Text from outside.</param>
/// <param name="Evidence">What the client points to. Text from outside.</param>
public sealed record ApprovalRow(
    string RequestId,
    string? ApprovalId,
    string? OrderHash,
    RequestedOrder Order,
    ApprovalStatus Status,
    DateTime RequestedAt,
    DateTime ExpiresAt,
    RequestDecision? Decision,
    IReadOnlyList<string> ApprovedBy,
    string? Thesis,
    IReadOnlyList<string>? Evidence);
