namespace OpenTrading.Kernel.Approvals;

/// <summary>The word of one operator for exactly one order, good once.</summary>
/// <threadsafety>Belongs to the account's thread.</threadsafety>
public sealed class Grant
{
    internal Grant(string id, string orderId, string orderHash, string @operator, string session, DateTime grantedAt, DateTime until, Deadline deadline)
    {
        (Id, OrderId, OrderHash, Operator, Session, GrantedAt, Until, Deadline) = (id, orderId, orderHash, @operator, session, grantedAt, until, deadline);
    }

    /// <summary><c>apr_</c> and a ULID.</summary>
    public string Id { get; }

    /// <summary>The order.</summary>
    public string OrderId { get; }

    /// <summary>Hash of the order that the operator saw.</summary>
    public string OrderHash { get; }

    /// <summary><c>operator:ID</c>.</summary>
    public string Operator { get; }

    /// <summary>Digest of the session it was given in, with which it dies.</summary>
    public string Session { get; }

    /// <summary>UTC instant.</summary>
    public DateTime GrantedAt { get; }

    /// <summary>UTC instant at which its time is over.</summary>
    public DateTime Until { get; }

    /// <summary>How it stands.</summary>
    public GrantState State { get; internal set; }

    internal Deadline Deadline { get; }
}
