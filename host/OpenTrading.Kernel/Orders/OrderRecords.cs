using System.Globalization;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Orders;

/// <summary>Journal payloads of an order's steps.</summary>
internal static class OrderRecords
{
    public static JournalPayload Proposed(Order order, string hash) => new()
    {
        ["orderId"] = order.Id,
        ["key"] = order.Intent.IdempotencyKey,
        ["payloadHash"] = hash,
        ["class"] = Names.Of(order.Class),
        ["proposal"] = OrderHash.Proposal(order.Intent),
        ["expiresAt"] = order.ExpiresAt,
    };

    public static JournalPayload PreChecked(Order order, GateVerdict verdict, string orderHash, string configHash) => new()
    {
        ["orderId"] = order.Id,
        ["verdicts"] = Verdicts(verdict),
        ["volume"] = verdict.Volume,
        ["orderHash"] = orderHash,
        ["configHash"] = configHash,
    };

    public static JournalPayload Rejected(Order order, string stage, GateVerdict verdict) => new()
    {
        ["orderId"] = order.Id,
        ["stage"] = stage,
        ["violations"] = JournalArray.From(verdict.Violations, v => Violation(v)),
        ["verdicts"] = Verdicts(verdict),
    };

    public static JournalPayload FinalChecked(Order order, GateVerdict verdict, decimal? risk, decimal? price)
    {
        var payload = new JournalPayload
        {
            ["orderId"] = order.Id,
            ["verdicts"] = Verdicts(verdict),
        };
        if (risk is not null)
        {
            payload["risk"] = risk;
        }

        if (price is not null)
        {
            payload["price"] = price;
        }

        return payload;
    }

    public static JournalPayload Submitting(Order order, string account, DateTime at) => new()
    {
        ["orderId"] = order.Id,
        ["cid"] = order.ClientOrderId,
        ["account"] = account,
        ["sentAt"] = at,
        ["request"] = OrderHash.Proposal(order.Intent),
    };

    public static JournalPayload Accepted(Order order, ExecutionReport report) => new()
    {
        ["orderId"] = order.Id,
        ["brokerId"] = Id(report.Ticket),
        ["brokerTime"] = report.Time,
    };

    public static JournalPayload Modified(Order order, ExecutionReport report)
    {
        var payload = new JournalPayload
        {
            ["orderId"] = order.Id,
            ["target"] = Id(order.Intent.Target),
            ["sl"] = order.Intent.StopLoss,
            ["tp"] = order.Intent.TakeProfit,
            ["brokerTime"] = report.Time,
        };
        if (order.Intent.Price is { } price)
        {
            // Only a pending order has one, which tells its number from an equal one of a position.
            payload["price"] = price;
        }

        return payload;
    }

    /// <summary>A deal, with the order that caused it or without one when the broker acted by itself.</summary>
    public static JournalPayload Deal(Order? order, ExecutionReport report)
    {
        Fill fill = report.Fill!;
        return new(18)
        {
            ["orderId"] = order?.Id,
            ["dealId"] = Id(report.DealId),
            ["brokerTime"] = report.Time,
            ["symbol"] = report.Symbol,
            ["side"] = Names.Of(fill.Side),
            ["volume"] = fill.Volume,
            ["price"] = fill.Price,
            ["reason"] = Names.Of(fill.Reason),
            ["position"] = Id(fill.PositionTicket),
            ["positionVolume"] = fill.PositionVolume,
            ["positionPrice"] = fill.PositionPrice,
            ["closedVolume"] = fill.ClosedVolume,
            ["sl"] = fill.StopLoss,
            ["tp"] = fill.TakeProfit,
            ["profit"] = fill.Profit,
            ["commission"] = fill.Commission,
            ["swap"] = fill.Swap,
            ["balance"] = fill.Balance,
        };
    }

    public static JournalPayload Swap(ExecutionReport report) => new()
    {
        ["position"] = Id(report.Ticket),
        ["symbol"] = report.Symbol,
        ["amount"] = report.Amount,
        ["brokerTime"] = report.Time,
    };

    public static JournalPayload Unmatched(ExecutionReport report) => new()
    {
        ["kind"] = report.Kind.ToString(),
        ["cid"] = report.ClientOrderId,
        ["symbol"] = report.Symbol,
        ["brokerTime"] = report.Time,
        ["reason"] = report.Reason,
    };

    public static JournalPayload BrokerReason(Order order, ExecutionReport report) => new()
    {
        ["orderId"] = order.Id,
        ["stage"] = "broker",
        ["reason"] = report.Reason,
        ["filledVolume"] = order.FilledVolume,
        ["brokerTime"] = report.Time,
    };

    public static JournalPayload Awaiting(Order order) => new()
    {
        ["orderId"] = order.Id,
        ["orderHash"] = order.Hash,
        ["until"] = order.ExpiresAt,
    };

    public static JournalPayload Resolved(Order order, string evidence, OrderState? state) => new()
    {
        ["orderId"] = order.Id,
        ["evidence"] = evidence,
        ["state"] = state is { } known ? Names.Of(known) : null,
        ["why"] = state is null ? null : evidence,
    };

    public static JournalPayload Late(Order order, ExecutionReport report) => new()
    {
        ["orderId"] = order.Id,
        ["cid"] = report.ClientOrderId,
        ["dealId"] = Id(report.DealId),
        ["state"] = Names.Of(order.State),
        ["brokerTime"] = report.Time,
    };

    public static JournalPayload Why(Order order, string why) => new()
    {
        ["orderId"] = order.Id,
        ["why"] = why,
    };

    public static JournalPayload Reconciled(Order order) => new()
    {
        ["orderId"] = order.Id,
        ["volume"] = order.FilledVolume,
    };

    public static JournalPayload Illegal(Order order, OrderState to) => new()
    {
        ["orderId"] = order.Id,
        ["from"] = order.State.ToString(),
        ["to"] = to.ToString(),
    };

    // Tickets are 64 bits wide and stand as text: readers with 53-bit numbers must not round them.
    private static string? Id(long? ticket) => ticket?.ToString(CultureInfo.InvariantCulture);

    // One row a rule: id, outcome, value, operator, limit, unit. Written twice an order, so names of columns would be most of the journal.
    private static JournalArray Verdicts(GateVerdict verdict)
    {
        IReadOnlyList<RuleVerdict> all = verdict.Verdicts;
        return JournalArray.Rows(all.Count, (index, row) =>
        {
            (RiskRuleAttribute rule, RuleResult result) = (all[index].Rule, all[index].Result);
            row.Add(rule.Id);
            row.Add(Names.Of(result.Outcome));
            row.Add(result.Value);
            row.Add(result.Operator);
            row.Add(result.Limit);
            row.Add(result.Unit);
        });
    }

    private static JournalPayload Violation(Violation violation) => new()
    {
        ["rule"] = violation.Rule,
        ["what"] = violation.What,
        ["where"] = violation.Where,
        ["value"] = violation.Value,
        ["limit"] = violation.Limit,
        ["unit"] = violation.Unit,
        ["remedy"] = violation.Remedy,
        ["message"] = violation.Message,
    };
}
