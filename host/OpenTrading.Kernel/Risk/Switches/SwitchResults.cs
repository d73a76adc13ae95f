using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Switches;

/// <summary>The emergency stop after a call tightened it.</summary>
public sealed record StopResult : CapabilityResult
{
    /// <summary>Level in force.</summary>
    public required int Level { get; init; }

    /// <summary>UTC instant since which it is.</summary>
    public required DateTime Since { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTime AsOf { get; init; }
}

/// <summary>The emergency stop after an operator set it.</summary>
public sealed record KillResult : CapabilityResult
{
    /// <summary>Level in force.</summary>
    public required int Level { get; init; }

    /// <summary>UTC instant since which it is.</summary>
    public required DateTime Since { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Pending orders whose cancellation went out.</summary>
    public required int PendingCancelled { get; init; }

    /// <summary>Positions whose close went out.</summary>
    public required int PositionsClosing { get; init; }

    /// <summary>Approvals that became void.</summary>
    public required int ApprovalsRevoked { get; init; }
}

/// <summary>The trading state after an operator set it.</summary>
public sealed record StateChangeResult : CapabilityResult
{
    /// <summary>State before.</summary>
    public required TradingState Old { get; init; }

    /// <summary>State now.</summary>
    public required TradingState New { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTime AsOf { get; init; }
}
