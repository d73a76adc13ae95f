using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper.Ordering;

/// <summary>What a caller is told of an order that did not pass: the gravest reason as the code, every one in the details.</summary>
internal static class OrderRefusals
{
    // In order of precedence; whatever else fails is a risk rule like any other.
    private static readonly (string Rule, ErrorCode Code)[] Gravest =
    [
        ("kill_switch", ErrorCode.KillSwitchActive),
        ("broker_session_open", ErrorCode.MarketClosed),
        ("trading_session", ErrorCode.MarketClosed),
        ("weekend_flat", ErrorCode.MarketClosed),
        ("quote_max_age", ErrorCode.StaleData),
    ];

    /// <summary>Refuses an order that gate, kill switch or broker refused.</summary>
    /// <exception cref="CapabilityException">It was refused.</exception>
    public static void RequireTaken(Order order, RiskDecision? decision)
    {
        if (order.Violations.Count > 0)
        {
            throw Of(order.Violations, decision);
        }

        switch (order)
        {
            case { Outcome: OrderState.Rejected }:
                throw new CapabilityException(ErrorCode.RiskRejected, $"The paper broker refused it: {order.Why}", "Change the order and use a new key.", Details([], decision));
            case { WasSubmitted: false, Outcome: OrderState.Cancelled }:
                throw new CapabilityException(ErrorCode.KillSwitchActive, "The kill switch was thrown before it was sent", "An operator re-arms it; then use a new key.", Details([], decision));
            case { WasSubmitted: false, Outcome: OrderState.Expired }:
                throw new CapabilityException(ErrorCode.RiskRejected, $"It lapsed before it was sent: {order.Why}", "Propose it again under a new key.", Details([], decision));
            default:
                break;
        }
    }

    /// <summary>The refusal of violations.</summary>
    public static CapabilityException Of(IReadOnlyList<Violation> violations, RiskDecision? decision)
    {
        ErrorCode code = Gravest.Where(g => violations.Any(v => v.Rule == g.Rule)).Select(g => g.Code).FirstOrDefault(ErrorCode.RiskRejected);
        string ask = decision is null ? "" : $" See explain_rejection decisionId={decision.Id}.";
        return new CapabilityException(
            code, string.Join("; ", violations.Select(v => v.Finding)), $"{string.Join("; ", violations.Select(v => v.Remedy).Distinct())}.{ask}", Details(violations, decision));
    }

    private static ErrorDetail[] Details(IReadOnlyList<Violation> violations, RiskDecision? decision) =>
        [.. violations.Select(v => new ErrorDetail([v.Rule], v.Message)), .. decision is null ? (ErrorDetail[])[] : [new ErrorDetail(["decisionId"], decision.Id)]];
}
