using System.Globalization;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Orders;

/// <summary>Canonical forms of an order and their hashes. What a human approves, and what leaves, is bound to them.</summary>
public static class OrderHash
{
    /// <summary>Canonical proposal, without its key.</summary>
    public static JournalPayload Proposal(OrderIntent order) => new(14)
    {
        ["kind"] = Names.Of(order.Kind),
        ["symbol"] = order.Symbol,
        ["side"] = Names.Of(order.Side),
        ["type"] = Names.Of(order.Type),
        ["volume"] = order.Volume,
        ["price"] = order.Price,
        ["sl"] = order.StopLoss,
        ["tp"] = order.TakeProfit,
        ["expiry"] = order.Expiry,
        ["target"] = order.Target?.ToString(CultureInfo.InvariantCulture),
        ["deviation"] = order.Deviation,
        ["refPrice"] = order.ReferencePrice,
        ["confidence"] = order.Confidence is { } c && double.IsFinite(c) ? (decimal?)c : null,
        ["reason"] = order.Reason,
    };

    /// <summary>SHA-256 of the canonical proposal, tag <c>opentrading:proposal:v1</c>, lower-case hex.</summary>
    public static string OfProposal(OrderIntent order) => CanonicalHash.Of(CanonicalHash.ProposalTag, Proposal(order));

    /// <summary>SHA-256 of the canonical order, tag <c>opentrading:order:v1</c>, lower-case hex. All fields are always present.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="order">What is asked for, with its final volume.</param>
    /// <param name="account"><c>login@server</c>.</param>
    /// <param name="environment">paper, demo or live.</param>
    /// <param name="configHash">Hash of the configuration in force.</param>
    /// <param name="expiresAt">UTC instant after which it may not be approved.</param>
    public static string OfOrder(string orderId, OrderIntent order, string account, string environment, string configHash, DateTime expiresAt) =>
        CanonicalHash.Of(CanonicalHash.OrderTag, new JournalPayload(18)
        {
            ["account"] = account,
            ["configHash"] = configHash,
            ["deviation"] = order.Deviation,
            ["env"] = environment,
            ["expiresAt"] = expiresAt,
            ["kind"] = Names.Of(order.Kind),
            ["orderId"] = orderId,
            ["price"] = order.Price,
            ["proposer"] = order.Proposer,
            ["refPrice"] = order.ReferencePrice,
            ["side"] = Names.Of(order.Side),
            ["sl"] = order.StopLoss,
            ["symbol"] = order.Symbol,
            ["target"] = order.Target?.ToString(CultureInfo.InvariantCulture),
            ["tp"] = order.TakeProfit,
            ["type"] = Names.Of(order.Type),
            ["v"] = 1,
            ["volume"] = order.Volume,
        });
}
