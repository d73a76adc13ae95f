using static OpenTrading.Integration.Tests.Faults.Deed;
using static OpenTrading.Integration.Tests.Faults.EndState;

namespace OpenTrading.Integration.Tests.Faults;

/// <summary>Every point of the journal at which a host on its way from a proposal to a fill, or through the kill switch, can die.</summary>
internal static class KillPoints
{
    /// <summary>They, with what each must leave.</summary>
    public static IReadOnlyList<KillPoint> All { get; } =
    [
        .. Around("order.proposed", Request, NeverWas, JudgedAgain),
        .. Around("order.prechecked", Request, JudgedAgain, Waiting),
        .. Around("order.awaiting", Request, Waiting, Waiting),
        Effect("order.awaiting", "requestId", Request, Waiting),

        .. Around("approval.granted", Approve, Waiting, Lapsed),
        .. Around("order.finalchecked", Approve, Lapsed, Lapsed),
        .. Around("order.submitting", Approve, Lapsed, NeverSent),
        Effect("order.submitting", "\"op\":\"send\"", Approve, AsAtBroker),
        .. Around("order.accepted", Approve, Filled, Filled),
        .. Around("order.fill", Approve, Filled, Filled),
        .. Around("order.reconciled", Approve, Filled, Filled),
        Effect("order.reconciled", "approvalId", Approve, Filled),

        .. Around("kill.activated", Flatten, Flat, Flat),
        Effect("kill.activated", "\"op\":\"close\"", Flatten, Flat),
        .. Around("order.proposed", Flatten, Flat, Flat),
        .. Around("approval.auto", Flatten, Flat, Flat),
        .. Around("order.submitting", Flatten, Flat, Flat),
        .. Around("order.fill", Flatten, Flat, Flat),
        .. Around("kill.rearmed", Rearm, Tight, Tight),
    ];

    private static KillPoint[] Around(string type, Deed deed, EndState before, EndState after) =>
    [
        new(new("before", type), deed, before),
        new(new("torn", type), deed, before),
        new(new("after", type), deed, after),
    ];

    private static KillPoint Effect(string type, string text, Deed deed, EndState end) => new(new("effect", type, text), deed, end);
}
