using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live.Operating;

/// <summary>An account compared with the journal.</summary>
public sealed record ReconcileResult : RecordResult
{
    /// <summary>Orders, positions and pending orders that were looked at.</summary>
    public required int Checked { get; init; }

    /// <summary>Tickets that agree.</summary>
    public required IReadOnlyList<long> Matched { get; init; }

    /// <summary>Requests whose outcome was found.</summary>
    public required IReadOnlyList<ResolvedRow> Resolved { get; init; }

    /// <summary>Positions that the host did not open. With this call the operator accepts them as they are.</summary>
    public required IReadOnlyList<OrphanRow> Orphans { get; init; }
}

/// <summary>A request whose outcome was found.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Ticket">Broker's number; null without one.</param>
public sealed record ResolvedRow(string RequestId, string Status, long? Ticket);

/// <summary>A position that the host did not open.</summary>
/// <param name="Ticket">Broker's number.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="Lots">Open lots.</param>
/// <param name="Protected">Whether it has a stop.</param>
public sealed record OrphanRow(long Ticket, string Symbol, OrderSide Side, decimal Lots, bool Protected);
