using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Approvals.Proposals;

/// <summary>The proposals of clients as the journal tells them, the newest in memory. Fed record by record, in order.</summary>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class ProposalBook
{
    private const int MostKept = 10_000;
    private const string Recorded = "proposal.recorded";
    private const string Requested = "proposal.requested";
    private const string Withdrawn = "proposal.withdrawn";

    private readonly Lock _gate = new();
    private readonly Lock _proposing = new();
    private readonly Dictionary<string, Proposal> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Proposer, string Key), string> _byKey = [];
    private readonly Queue<string> _order = new();

    /// <summary>Proposals that are kept, newest first.</summary>
    public IReadOnlyList<Proposal> Newest
    {
        get
        {
            lock (_gate)
            {
                return [.. _order.Reverse().Select(id => _byId[id])];
            }
        }
    }

    /// <summary>The proposal of an id; null when there is none, or it is too old.</summary>
    public Proposal? Find(string id)
    {
        lock (_gate)
        {
            return _byId.GetValueOrDefault(id);
        }
    }

    /// <summary>The proposal behind a request; null when it has none.</summary>
    public Proposal? Of(string requestId)
    {
        lock (_gate)
        {
            return _byId.Values.FirstOrDefault(p => p.RequestId == requestId);
        }
    }

    /// <summary>Records a proposal, or finds the one that the same client made under the same key.</summary>
    /// <param name="journal">The record.</param>
    /// <param name="proposal">The proposal.</param>
    /// <exception cref="CapabilityException">CONFLICT: the key stands for other terms.</exception>
    public Proposal Record(IJournal journal, Proposal proposal)
    {
        lock (_proposing)
        {
            if (ByKey(proposal.Proposer, proposal.Key) is { } earlier)
            {
                return SameTerms(earlier, proposal) ? earlier : throw new CapabilityException(
                    ErrorCode.Conflict, $"idempotencyKey '{proposal.Key}' stands for proposal {earlier.Id} with other terms", "Use a new key for a new proposal.");
            }

            journal.Append(proposal.Proposer, Recorded, Payload(proposal), Durability.Durable);
            return Find(proposal.Id) ?? proposal;
        }
    }

    /// <summary>The proposal that a client made under a key; null when there is none.</summary>
    public Proposal? ByKey(string proposer, string key)
    {
        lock (_gate)
        {
            return _byKey.TryGetValue((proposer, key), out string? id) ? _byId.GetValueOrDefault(id) : null;
        }
    }

    /// <summary>Notes that a request was made of a proposal.</summary>
    public static void Link(IJournal journal, Proposal proposal, string actor, string requestId) =>
        journal.Append(actor, Requested, new() { ["proposalId"] = proposal.Id, ["requestId"] = requestId }, Durability.Durable);

    /// <summary>Takes a proposal back.</summary>
    public static void Withdraw(IJournal journal, Proposal proposal, string actor, string why) =>
        journal.Append(actor, Withdrawn, new() { ["proposalId"] = proposal.Id, ["why"] = why }, Durability.Durable);

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        switch (record.Type)
        {
            case Recorded:
                Add(Read(record));
                break;
            case Requested:
                Change(record, p => p with { RequestId = record.Payload.Text("requestId") });
                break;
            case Withdrawn:
                Change(record, p => p with { Withdrawn = record.Payload.Text("why") });
                break;
            default:
                break;
        }
    }

    private void Add(Proposal proposal)
    {
        lock (_gate)
        {
            _byId[proposal.Id] = proposal;
            _byKey[(proposal.Proposer, proposal.Key)] = proposal.Id;
            _order.Enqueue(proposal.Id);
            if (_order.Count > MostKept)
            {
                _byId.Remove(_order.Dequeue());
            }
        }
    }

    private void Change(JournalRecord record, Func<Proposal, Proposal> change)
    {
        lock (_gate)
        {
            if (record.Payload.Text("proposalId") is { } id && _byId.TryGetValue(id, out Proposal? proposal))
            {
                _byId[id] = change(proposal);
            }
        }
    }

    private static bool SameTerms(Proposal a, Proposal b) =>
        (a.Symbol, a.Side, a.OrderType, a.Price, a.StopLoss, a.TakeProfit, a.Thesis, a.Confidence) == (b.Symbol, b.Side, b.OrderType, b.Price, b.StopLoss, b.TakeProfit, b.Thesis, b.Confidence);

    private static JournalPayload Payload(Proposal proposal) => new(18)
    {
        ["proposalId"] = proposal.Id,
        ["key"] = proposal.Key,
        ["expiresAt"] = proposal.ExpiresAt,
        ["account"] = proposal.Account,
        ["symbol"] = proposal.Symbol,
        ["side"] = Names.Of(proposal.Side),
        ["lots"] = proposal.Lots,
        ["type"] = proposal.OrderType.ToString().ToLowerInvariant(),
        ["price"] = proposal.Price,
        ["sl"] = proposal.StopLoss,
        ["tp"] = proposal.TakeProfit,
        ["thesis"] = proposal.Thesis,
        ["confidence"] = (decimal)proposal.Confidence,
        ["evidence"] = JournalArray.From(proposal.Evidence, e => e),
        ["decisionId"] = proposal.DecisionId,
    };

    private static Proposal Read(JournalRecord record)
    {
        JsonElement p = record.Payload;
        return new Proposal(
            p.Text("proposalId")!,
            record.Actor,
            p.Text("key")!,
            record.Time,
            p.Time("expiresAt")!.Value,
            p.Text("account")!,
            p.Text("symbol")!,
            Names.Side(p.Text("side")!),
            p.Decimal("lots")!.Value,
            Enum.Parse<EntryType>(p.Text("type")!, ignoreCase: true),
            p.Decimal("price"),
            p.Decimal("sl"),
            p.Decimal("tp"),
            p.Text("thesis")!,
            (double)p.Decimal("confidence")!.Value,
            [.. p.GetProperty("evidence").EnumerateArray().Select(e => e.GetString()!)],
            p.Text("decisionId")!);
    }
}
