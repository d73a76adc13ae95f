using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;

namespace OpenTrading.Kernel.Approvals;

/// <summary>Journal payloads of approvals.</summary>
internal static class ApprovalRecords
{
    public static JournalPayload Granted(Grant grant, int n, int of, bool isHeld, string? note) => new(10)
    {
        ["orderId"] = grant.OrderId,
        ["approvalId"] = grant.Id,
        ["operator"] = grant.Operator,
        ["sessionHash"] = grant.Session,
        ["orderHash"] = grant.OrderHash,
        ["until"] = grant.Until,
        ["n"] = n,
        ["of"] = of,
        ["held"] = isHeld,
        ["note"] = note,
    };

    public static JournalPayload Denied(Order order, string reason, string? note) => new()
    {
        ["orderId"] = order.Id,
        ["reason"] = reason,
        ["note"] = note,
    };

    public static JournalPayload Revoked(Grant grant, string why) => new()
    {
        ["orderId"] = grant.OrderId,
        ["approvalId"] = grant.Id,
        ["why"] = why,
    };
}
