using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Live.Requests;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Checks;

/// <summary>What can be asked of the gate: what it would say, and why it said what it did.</summary>
/// <param name="paper">The simulated account.</param>
/// <param name="decisions">Keeps what is said.</param>
/// <param name="live">Accounts at brokers; null where there can be none.</param>
public sealed class CheckCapabilities(PaperDesk paper, RiskDecisions decisions, LiveRequests? live = null)
{
    /// <summary>Asks the gate about an order that is not proposed.</summary>
    [Capability("check_risk", "risk", Effect.Read, "POST /risk/check", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotConnected])]
    [Description("What the risk gate says to an order now, rule by rule; places nothing.")]
    public CheckResult CheckRisk(
        string symbol,
        OrderSide side,
        [Range(0.0001, 10_000)] decimal lots,
        ICallContext call,
        EntryType orderType = EntryType.Market,
        decimal? price = null,
        decimal? stopLoss = null,
        decimal? takeProfit = null,
        AccountName account = AccountName.Paper,
        [Range(0, 1), Description("of the signal")] double? confidence = null)
    {
        var terms = new OrderTerms(side, lots, orderType, price, stopLoss, takeProfit);
        CheckResult Ask(OrderDesk orders, Instrument instrument, Quote quote, PriceStamp stamp)
        {
            GateLook look = orders.Check(terms.ToIntent(instrument, quote, call.Caller.Actor, "check") with { Confidence = confidence });
            return Answer(decisions.Keep(look), look.Verdict.Passed ? lots : 0, orders, stamp);
        }

        if (account == AccountName.Paper || live is null)
        {
            account.RequireConnected();
            Instrument instrument = paper.Tradable(symbol);
            return paper.Do(desk => Ask(desk.Orders, instrument, desk.Broker.Quote(instrument.Symbol)!, paper.Stamp(instrument.Symbol)));
        }

        return live.Desks.Require(account: null).Do(desk =>
        {
            (Instrument instrument, Quote quote) = live.Tradable(desk, symbol);
            return Ask(desk.Orders!, instrument, quote, AccountView.StampOf(desk));
        });
    }

    /// <summary>Explains a decision of the gate.</summary>
    [Capability("explain_rejection", "risk", Effect.Read, "GET /risk/decisions", Errors = [ErrorCode.NotFound])]
    [Description("Why the risk gate decided as it did; the latest refusal by default.")]
    public ExplanationResult ExplainRejection([Description("default: latest refusal")] string? decisionId = null)
    {
        RiskDecision decision = (decisionId is null ? decisions.LatestRefusal : decisions.Find(decisionId)) ?? throw new CapabilityException(
            ErrorCode.NotFound,
            decisionId is null ? "No order has been refused since the host started" : $"Decision {decisionId} is unknown, or older than the last 1,000",
            "Ask check_risk about the order again.");
        (RiskContext seen, GateVerdict verdict) = decision.Look;
        return new ExplanationResult
        {
            Summary = verdict.Passed ? $"{Describe(seen)} passed all {verdict.Verdicts.Count} rules." : $"{Describe(seen)} was refused: {string.Join("; ", verdict.Violations.Select(v => v.Message))}.",
            DecisionId = decision.Id,
            Time = decision.Time,
            AsOf = paper.Market.Now,
            OrderId = decision.OrderId,
            Order = OrderView.Of(seen.Order),
            Allowed = verdict.Passed,
            Violations = verdict.Violations,
            NearestPass = verdict.Passed ? null : paper.Do(desk => Nearest(seen, desk)),
            Snapshot = DecisionSnapshot.Of(seen),
        };
    }

    // Less of it now is nearer than the same later.
    private static NearestPass? Nearest(RiskContext seen, TradingDesk desk) => desk.Orders.LargestVolume(seen) is > 0 and decimal largest ? new NearestPass("lots", largest)
        : desk.Orders.ShortestWait(seen) is { } wait ? new NearestPass("waitSeconds", (decimal)wait.TotalSeconds)
        : null;

    private static CheckResult Answer(RiskDecision decision, decimal passed, OrderDesk orders, PriceStamp stamp)
    {
        (RiskContext seen, GateVerdict verdict) = decision.Look;
        decimal? risk = Loss.AtStop(seen, seen.Order.Volume);
        decimal largest = Math.Max(passed, orders.LargestVolume(seen));
        return new CheckResult
        {
            Summary = verdict.Passed
                ? string.Create(CultureInfo.InvariantCulture, $"{Describe(seen)} is allowed{(risk is null ? "" : $"; it risks {risk} {seen.Account.Currency}")}.")
                : string.Create(CultureInfo.InvariantCulture, $"{Describe(seen)} is refused by {string.Join(", ", verdict.Violations.Select(v => v.Rule))}; at most {largest} lots would pass."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            DecisionId = decision.Id,
            Allowed = verdict.Passed,
            RiskMoney = risk,
            RiskPct = risk is { } money ? Percent.Of(money, seen.Account.RiskBase) : null,
            RewardRisk = RewardRisk(seen),
            MaxLots = largest,
            Currency = seen.Account.Currency,
            Rules = [.. verdict.Verdicts.Select(v => RuleRow.Of(v, seen))],
        };
    }

    private static decimal? RewardRisk(RiskContext seen) =>
        seen is { EntryPrice: { } entry, Order: { StopLoss: { } stop, TakeProfit: { } target } } && stop != entry
            ? Math.Round(Math.Abs(target - entry) / Math.Abs(entry - stop), 4, MidpointRounding.AwayFromZero)
            : null;

    private static string Describe(RiskContext seen) => string.Create(
        CultureInfo.InvariantCulture, $"{Names.Of(seen.Order.Kind)} {Names.Of(seen.Order.Side)} {seen.Order.Volume} {seen.Order.Symbol}");
}
