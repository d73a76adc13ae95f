using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Approvals.Proposals;

/// <summary>Proposals, newest first.</summary>
public sealed record ProposalsResult : RecordList
{
    /// <summary>The proposals.</summary>
    public required IReadOnlyList<ProposalRow> Proposals { get; init; }

    /// <summary>The one that was asked for, in full; null when none was.</summary>
    public ProposalDetail? Detail { get; init; }
}

/// <summary>A proposal.</summary>
/// <param name="ProposalId">Its id.</param>
/// <param name="Time">UTC instant.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="Lots">Volume.</param>
/// <param name="Confidence">The client's confidence, 0 to 1.</param>
/// <param name="Status">How it stands.</param>
/// <param name="OutcomeR">What became of it, in multiples of its risk; null while that is open.</param>
public sealed record ProposalRow(string ProposalId, DateTime Time, string Symbol, OrderSide Side, decimal Lots, double Confidence, ProposalStatus Status, decimal? OutcomeR);

/// <summary>A proposal in full.</summary>
/// <param name="Order">The trade.</param>
/// <param name="Thesis">Why, in the client's words.</param>
/// <param name="Evidence">What the client points to.</param>
/// <param name="Decision">Id of what the gate said.</param>
/// <param name="RequestId">Request that was made of it.</param>
/// <param name="History">What happened to it.</param>
public sealed record ProposalDetail(OrderView Order, string Thesis, IReadOnlyList<string> Evidence, string Decision, string? RequestId, IReadOnlyList<string> History);
