using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>The gate's list of approvals it has made. An object that is not on it is forged, however it came to be.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class MintLedger
{
    // Keyed by identity and held weakly: an approval nobody can present any more need not be remembered.
    private readonly ConditionalWeakTable<ApprovedOrder, object> _minted = [];

    /// <summary>Whether the gate made this very object.</summary>
    public bool Contains(ApprovedOrder order) => _minted.TryGetValue(order, out _);

    internal ApprovedOrder Mint(OrderIntent order, ApprovalStamp stamp)
    {
        var approved = new ApprovedOrder(order, stamp);
        _minted.Add(approved, approved.OrderId);
        return approved;
    }
}
