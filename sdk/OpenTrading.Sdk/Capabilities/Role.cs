namespace OpenTrading.Sdk.Capabilities;

/// <summary>What a credential may do. None holds both roles, so nobody approves a request of their own.</summary>
public enum Role
{
    /// <summary>Reads, computes and proposes: an AI client or a machine.</summary>
    Analyst,

    /// <summary>A human who answers for the account.</summary>
    Operator,
}
