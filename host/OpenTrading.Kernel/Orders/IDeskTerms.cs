using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Orders;

/// <summary>What distinguishes the order desks of paper, demo and live accounts: who must agree before an order leaves, and whose fate the broker shares.</summary>
public interface IDeskTerms
{
    /// <summary><c>paper</c>, <c>demo</c> or <c>live</c>, as it stands in the canonical order.</summary>
    string Environment { get; }

    /// <summary>Whether the broker lives and dies with the host, so that what was not reported certainly never happened.</summary>
    bool SharesFate { get; }

    /// <summary>Why an order needs no human; null when it needs one.</summary>
    string? Exempt(Order order);

    /// <summary>What humans have said to an order, for the last look; null where none is asked.</summary>
    ApprovalState? ApprovalOf(Order order);
}
