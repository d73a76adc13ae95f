using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Risk.History;
using OpenTrading.Sdk.Trading;
using static OpenTrading.Kernel.Orders.OrderState;

namespace OpenTrading.Kernel.Orders;

/// <summary>The orders of an account as the journal tells them: start-up is replay. Fed record by record, in order.</summary>
public sealed class JournaledOrders
{
    private readonly Dictionary<string, Order> _byId = [];
    private readonly List<Order> _all = [];
    private readonly Dictionary<(string Proposer, string Key), (string Hash, Order Order)> _byKey = [];

    /// <summary>All orders, oldest first.</summary>
    public IReadOnlyList<Order> All => _all;

    /// <summary>What the account has done, for rules that count.</summary>
    public HistoryBook History { get; } = new();

    /// <summary>Orders by proposer and key: a repeated proposal finds its order after any restart.</summary>
    internal IReadOnlyDictionary<(string Proposer, string Key), (string Hash, Order Order)> ByKey => _byKey;

    /// <summary>Takes one record of the account.</summary>
    public void Apply(JournalRecord record)
    {
        if (record.Type == "order.proposed")
        {
            Propose(record);
        }
        else if (IsStep(record.Type) && record.Terms.Text("orderId") is { } id && _byId.TryGetValue(id, out Order? order))
        {
            OrderState before = order.State;
            Step(order, record.Type, record.Terms);
            JournaledHistory.Apply(History, record, order, before);
            if (record.Type == "order.modified" && record.Payload.Decimal("price") is { } price)
            {
                Change(record.Payload, price);
            }
        }
        else
        {
            JournaledHistory.Apply(History, record);
        }
    }

    /// <summary>The order of an id; null when there is none.</summary>
    public Order? Find(string id) => _byId.GetValueOrDefault(id);

    private static bool IsStep(string type) =>
        type.StartsWith("order.", StringComparison.Ordinal) || type.StartsWith("approval.", StringComparison.Ordinal);

    private void Propose(JournalRecord record)
    {
        JsonElement proposal = record.Payload.GetProperty("proposal");
        DateTime expiresAt = record.Payload.Time("expiresAt")!.Value;
        var intent = new OrderIntent
        {
            Kind = Names.Kind(proposal.Text("kind")!),
            Symbol = proposal.Text("symbol")!,
            Side = Names.Side(proposal.Text("side")!),
            Type = Names.Type(proposal.Text("type")!),
            Volume = proposal.Decimal("volume")!.Value,
            Price = proposal.Decimal("price"),
            StopLoss = proposal.Decimal("sl"),
            TakeProfit = proposal.Decimal("tp"),
            Expiry = proposal.Time("expiry"),
            Target = proposal.Id("target"),
            Deviation = proposal.GetProperty("deviation").GetInt32(),
            ReferencePrice = proposal.Decimal("refPrice")!.Value,
            Confidence = (double?)proposal.Decimal("confidence"),
            Reason = proposal.Text("reason") ?? "",
            Proposer = record.Actor,
            IdempotencyKey = record.Payload.Text("key")!,
        };
        var order = new Order(
            record.Payload.Text("orderId")!, intent, Names.Class(record.Payload.Text("class")!), expiresAt - OrderLedger.ProposalLifetime, expiresAt);
        _all.Add(order);
        _byId.Add(order.Id, order);
        _byKey[(intent.Proposer, intent.IdempotencyKey)] = (record.Payload.Text("payloadHash")!, order);
    }

    private void Change(JsonElement change, decimal price)
    {
        _all.Find(o => o.Ticket == change.Id("target") && o.Intent.Kind == OrderKind.Open && o.State.IsAtBroker())
            ?.Change(price, change.Decimal("sl"), change.Decimal("tp"));
    }

    private static void Step(Order order, string type, JsonElement payload)
    {
        switch (type)
        {
            case "order.prechecked":
                order.Intent = order.Intent with { Volume = payload.Decimal("volume")!.Value };
                (order.Hash, order.ConfigHash) = (payload.Text("orderHash"), payload.Text("configHash"));
                order.State = PreChecked;
                break;
            case "approval.auto":
                order.State = Approved;
                break;
            case "order.awaiting":
                order.State = AwaitingApproval;
                break;
            case "approval.granted":
                order.State = payload.GetProperty("n").GetInt32() >= payload.GetProperty("of").GetInt32() ? Approved : order.State;
                break;
            case "order.finalchecked":
                (order.Risk, order.SeenPrice) = (payload.Decimal("risk"), payload.Decimal("price"));
                order.State = FinalChecked;
                break;
            case "order.submitting":
                order.ClientOrderId = payload.Text("cid");
                order.SentAt = payload.Time("sentAt");
                order.WasSubmitted = true;
                order.State = Submitting;
                break;
            case "order.accepted":
                order.Ticket = payload.Id("brokerId") ?? 0;
                order.State = Submitted;
                break;
            case "order.fill":
                order.Fill(payload.Decimal("volume")!.Value, payload.Decimal("price")!.Value, payload.Time("brokerTime")!.Value, payload.Id("position")!.Value);
                order.State = order.FilledVolume >= order.Intent.Volume ? Filled : PartiallyFilled;
                break;
            default:
                order.State = Ending(type, payload) ?? order.State;
                order.Why = payload.Text("why") ?? payload.Text("reason") ?? order.Why;
                break;
        }
    }

    private static OrderState? Ending(string type, JsonElement payload) => type switch
    {
        // What was found out by reports is told by their own records.
        "order.resolved" when payload.TryGetProperty("evidence", out _) && payload.Text("state") is null => null,
        "order.modified" => Filled,
        "order.rejected" or "order.resolved" or "approval.denied" => Rejected,
        "order.cancelled" => Cancelled,
        "order.expired" => Expired,
        "order.unknown" => OutcomeUnknown,
        "order.reconciled" => Reconciled,
        _ => null,
    };
}
