using OpenTrading.Kernel.Approvals;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.Live;

/// <summary>What every account at a broker is traded under.</summary>
public sealed record LiveSetup
{
    /// <summary>Rules of the gate.</summary>
    public required IReadOnlyList<BoundRule> Rules { get; init; }

    /// <summary>What the gate's surroundings need.</summary>
    public required RiskSettings Risk { get; init; }

    /// <summary>How humans approve.</summary>
    public required ApprovalSettings Approval { get; init; }

    /// <summary>Who may approve.</summary>
    public required IApprovers Approvers { get; init; }

    /// <summary>The emergency stop.</summary>
    public required KillSwitch Kill { get; init; }

    /// <summary>The record.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>Instruments by name.</summary>
    public required IMarketData Market { get; init; }

    /// <summary>Wall clock.</summary>
    public required TimeProvider Wall { get; init; }

    /// <summary>4 characters [0-9a-z] that start every client order id.</summary>
    public required string Instance { get; init; }

    /// <summary>Whether orders may reach a broker at all; false refuses every request with LIVE_DISABLED.</summary>
    public required bool IsEnabled { get; init; }
}
