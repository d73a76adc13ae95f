using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Live.Requests;

/// <summary>What the gate said of a request.</summary>
/// <param name="DecisionId">Id under which explain_rejection finds it; null when that is too long ago.</param>
/// <param name="Allowed">Whether it passed.</param>
/// <param name="RiskMoney">Loss at the stop, costs included, account currency, rounded up; null without a stop.</param>
/// <param name="RiskPct">That loss in percent of the smaller of balance and equity.</param>
/// <param name="Bid">Best bid it saw; null without a quote.</param>
/// <param name="Ask">Best ask.</param>
/// <param name="QuoteTime">UTC time of the quote.</param>
/// <param name="Rules">Every rule with its value and limit.</param>
public sealed record RequestDecision(
    string? DecisionId,
    bool Allowed,
    decimal? RiskMoney,
    decimal? RiskPct,
    decimal? Bid,
    decimal? Ask,
    DateTime? QuoteTime,
    IReadOnlyList<RuleRow> Rules)
{
    internal static RequestDecision Of(GateLook look, string? decisionId)
    {
        RiskContext seen = look.Context;
        decimal? risk = Loss.AtStop(seen, seen.Order.Volume);
        return new RequestDecision(
            decisionId,
            look.Verdict.Passed,
            risk,
            risk is { } money && seen.Account.RiskBase > 0 ? Percent.Of(money, seen.Account.RiskBase) : null,
            seen.Quote?.Bid,
            seen.Quote?.Ask,
            seen.Quote?.Time,
            [.. look.Verdict.Verdicts.Select(v => RuleRow.Of(v, seen))]);
    }
}
