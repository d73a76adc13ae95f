using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Risk;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Trades;

/// <summary>What the journal tells of an account at a broker: its closed trades, and the money that it gained and lost by every deal. Fed record by record, in order.</summary>
/// <param name="instruments">Known instruments by symbol.</param>
/// <param name="capacity">How many trades and how many moves are kept.</param>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class AccountTrades(IReadOnlyDictionary<string, Instrument> instruments, int capacity = TradeBook.Capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<MoneyMove> _moves = new();
    private DateTime? _since;

    /// <summary>Its closed trades. What its currency is only its terminal says, so a trade that moved no price has no known risk.</summary>
    public TradeBook Trades { get; } = new(instruments, currency: null, capacity);

    /// <summary>UTC instant from which on every move is known; null before the host has met the account.</summary>
    public DateTime? Since
    {
        get
        {
            lock (_gate)
            {
                return _since;
            }
        }
    }

    /// <summary>What moved its money since then, oldest first, without what was paid in and out.</summary>
    public IReadOnlyList<MoneyMove> Moves
    {
        get
        {
            lock (_gate)
            {
                return [.. _moves];
            }
        }
    }

    /// <summary>Takes the next record of the account.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Trades.Apply(record);
        lock (_gate)
        {
            switch (record.Type)
            {
                case "account.connected":
                    _since ??= record.Time;
                    break;
                case "order.fill" or "position.deal":
                    Move(record.Payload.Time("brokerTime")!.Value, (record.Payload.Decimal("profit") ?? 0) + (record.Payload.Decimal("commission") ?? 0) + (record.Payload.Decimal("swap") ?? 0));
                    break;
                case RiskRecords.BookingType when record.Payload.Decimal("shift") == 0 && record.Payload.Text("kind") != nameof(BookingKind.Credit):
                    // What is paid in and out moves the references, so that a balance of the past is told in the money of today.
                    Move(record.Payload.Time("brokerTime")!.Value, record.Payload.Decimal("amount")!.Value);
                    break;
                default:
                    break;
            }
        }
    }

    private void Move(DateTime at, decimal amount)
    {
        _moves.Enqueue(new MoneyMove(at, amount));
        if (_moves.Count > capacity)
        {
            // One at the same instant may be gone with it.
            _since = _moves.Dequeue().At.AddTicks(1);
        }
    }
}
