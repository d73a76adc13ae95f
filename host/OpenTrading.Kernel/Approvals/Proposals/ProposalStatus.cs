namespace OpenTrading.Kernel.Approvals.Proposals;

/// <summary>How a proposal stands.</summary>
public enum ProposalStatus
{
    /// <summary>A request can be made of it.</summary>
    Open,

    /// <summary>One was.</summary>
    Requested,

    /// <summary>Its time is over, or its client took it back.</summary>
    Expired,
}
