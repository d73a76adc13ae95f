using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>
/// Proof that the gate passed exactly this order. Only the gate can make one, it works once, and only for five seconds, or for as long as the
/// word of a human behind it is good.
/// </summary>
public sealed class ApprovedOrder
{
    /// <summary>How long an approval is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private int _consumed;

    internal ApprovedOrder(OrderIntent order, ApprovalStamp stamp)
    {
        Order = order;
        OrderId = stamp.OrderId;
        OrderHash = stamp.OrderHash;
        ClientOrderId = stamp.ClientOrderId;
        ExpiresAt = stamp.Now + (stamp.Left is { } left && left < Lifetime ? left : Lifetime);
    }

    /// <summary>The order, exactly as judged.</summary>
    public OrderIntent Order { get; }

    /// <summary>Its id.</summary>
    public string OrderId { get; }

    /// <summary>Hash of its canonical form.</summary>
    public string OrderHash { get; }

    /// <summary>Client order id it goes out under.</summary>
    public string ClientOrderId { get; }

    /// <summary>UTC instant from which it is void.</summary>
    public DateTime ExpiresAt { get; }

    /// <summary>Uses the approval up. True for exactly one caller, and only before <see cref="ExpiresAt"/>.</summary>
    public bool TryConsume(DateTime now) => now < ExpiresAt && Interlocked.Exchange(ref _consumed, 1) == 0;
}
