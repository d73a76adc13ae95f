using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper.Books;
using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Trades;

/// <summary>The closed trades of an account as the journal tells them, the newest in memory. Fed record by record, in order.</summary>
/// <param name="instruments">Known instruments by symbol.</param>
/// <param name="currency">Currency of the account; null where it is not known.</param>
/// <param name="capacity">How many trades are kept.</param>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class TradeBook(IReadOnlyDictionary<string, Instrument> instruments, string? currency, int capacity = TradeBook.Capacity)
{
    /// <summary>How many trades are kept by default.</summary>
    public const int Capacity = 50_000;

    private const string StrategyPrefix = "strategy:";

    private readonly Lock _gate = new();
    private readonly Queue<ClosedTrade> _closed = new();
    private readonly Dictionary<long, OpenTrade> _open = [];
    private readonly Queue<ClosedTrade> _archived = new();
    private readonly Dictionary<(string Actor, string Key), string> _strategies = [];
    private readonly Dictionary<string, (TradePlan Plan, long? Target)> _orders = new(StringComparer.Ordinal);

    /// <summary>Closed trades of the book in use, newest first.</summary>
    public IReadOnlyList<ClosedTrade> Newest
    {
        get
        {
            lock (_gate)
            {
                return [.. _closed.Reverse()];
            }
        }
    }

    /// <summary>Closings of positions whose opening the journal does not hold: nobody knows what they were meant as, and they are no trades of the book.</summary>
    public int Unseen { get; private set; }

    /// <summary>The trade of an id, also of an earlier book; null when there is none.</summary>
    public ClosedTrade? Find(string tradeId)
    {
        lock (_gate)
        {
            return _closed.Concat(_archived).FirstOrDefault(t => t.TradeId == tradeId);
        }
    }

    /// <summary>How an open position was meant, with the stop that it was opened with; null when the journal does not hold it.</summary>
    public (TradePlan? Plan, decimal? StopLoss)? PlanOf(long position)
    {
        lock (_gate)
        {
            return _open.TryGetValue(position, out OpenTrade? trade) ? (trade.Plan, trade.StopLoss) : null;
        }
    }

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        switch (record.Type)
        {
            case ExitRecords.Declared when record.Payload.Text("strategyId") is { } strategyId:
                _strategies[(record.Actor, record.Payload.Text("key")!)] = strategyId;
                break;
            case "order.proposed":
                Propose(record);
                break;
            case PaperBooks.ResetType:
                Archive();
                break;
            case "order.fill" or "position.deal":
                lock (_gate)
                {
                    Deal(record, record.Payload);
                }

                break;
            case "order.rejected":
                Refuse(record.Terms);
                break;
            case "order.expired" or "order.cancelled" or "order.reconciled":
                _orders.Remove(record.Terms.Text("orderId") ?? "");
                break;
            default:
                break;
        }
    }

    private void Propose(JournalRecord record)
    {
        JsonElement proposal = record.Payload.GetProperty("proposal");
        string orderId = record.Payload.Text("orderId")!;
        _orders[orderId] = (
            new TradePlan(
                orderId,
                record.Actor,
                proposal.Decimal("refPrice") ?? 0,
                proposal.Decimal("sl"),
                proposal.Decimal("tp"),
                proposal.Decimal("confidence"),
                proposal.Text("reason") ?? "",
                _strategies.Remove((record.Actor, record.Payload.Text("key")!), out string? named) ? named
                    : record.Actor.StartsWith(StrategyPrefix, StringComparison.Ordinal) ? record.Actor[StrategyPrefix.Length..] : null),
            proposal.Id("target"));
    }

    private void Archive()
    {
        lock (_gate)
        {
            while (_closed.TryDequeue(out ClosedTrade? trade))
            {
                _archived.Enqueue(trade);
                if (_archived.Count > capacity)
                {
                    _archived.Dequeue();
                }
            }
        }
    }

    private void Refuse(JsonElement rejected)
    {
        if (_orders.Remove(rejected.Text("orderId") ?? "", out (TradePlan Plan, long? Target) order)
            && order.Target is { } target && _open.TryGetValue(target, out OpenTrade? trade)
            && rejected.TryGetProperty("violations", out JsonElement violations))
        {
            trade.Breaches.AddRange(violations.EnumerateArray().Select(v => new RuleBreach(v.Text("rule") ?? "", v.Text("message") ?? "")));
        }
    }

    private void Deal(JournalRecord record, JsonElement deal)
    {
        long position = deal.Id("position")!.Value;
        (decimal volume, decimal closed, decimal left) = (deal.Decimal("volume")!.Value, deal.Decimal("closedVolume")!.Value, deal.Decimal("positionVolume")!.Value);
        decimal commission = deal.Decimal("commission") ?? 0;
        OpenTrade? trade = _open.GetValueOrDefault(position) ?? (closed > 0 ? Reversed(deal) : null);
        if (closed > 0 && trade is not null)
        {
            Close(record, deal, trade, closed, commission * closed / volume);
        }
        else if (closed > 0)
        {
            Unseen++;
        }

        if (left > 0 && closed < volume)
        {
            Open(deal, position, closed == 0 ? trade : null, left, commission * (volume - closed) / volume);
        }
    }

    // A deal that turns a netted position round names the new one; the one it closes is the other of that symbol.
    private OpenTrade? Reversed(JsonElement deal) =>
        _open.Values.FirstOrDefault(t => t.Symbol == deal.Text("symbol") && Names.Of(t.Side) != deal.Text("side"));

    private void Open(JsonElement deal, long position, OpenTrade? enlarged, decimal volume, decimal commission)
    {
        OpenTrade trade = enlarged ?? new OpenTrade
        {
            Position = position,
            Symbol = deal.Text("symbol")!,
            Side = Names.Side(deal.Text("side")!),
            OpenedAt = deal.Time("brokerTime")!.Value,
            StopLoss = deal.Decimal("sl"),
            Plan = deal.Text("orderId") is { } id && _orders.TryGetValue(id, out (TradePlan Plan, long? Target) order) ? order.Plan : null,
        };
        trade.Entry = deal.Decimal("positionPrice")!.Value;
        trade.Volume = volume;
        trade.Commission += commission;
        _open[position] = trade;
    }

    private void Close(JournalRecord record, JsonElement deal, OpenTrade trade, decimal closed, decimal commission)
    {
        decimal exit = deal.Decimal("price")!.Value;
        decimal profit = deal.Decimal("profit") ?? 0;
        decimal entryCommission = trade.Commission * closed / trade.Volume;
        _closed.Enqueue(new ClosedTrade
        {
            TradeId = Ulid.Of("ppt_", record.Time, Convert.FromHexString(record.Hash)),
            Seq = record.Seq,
            RecordedAt = record.Time,
            Position = trade.Position,
            Symbol = trade.Symbol,
            Side = trade.Side,
            Lots = closed,
            Entry = AtDigits(trade.Symbol, trade.Entry),
            Exit = AtDigits(trade.Symbol, exit),
            StopLoss = trade.StopLoss,
            OpenedAt = trade.OpenedAt,
            ClosedAt = deal.Time("brokerTime")!.Value,
            ExitReason = deal.Text("reason") ?? "",
            Profit = profit,
            Costs = Math.Round(entryCommission + commission + (deal.Decimal("swap") ?? 0), 2),
            Risk = trade.StopLoss is { } stop ? Risk(trade, stop, exit, profit, closed) : null,
            Plan = trade.Plan,
            Breaches = [.. trade.Breaches],
        });
        trade.Volume -= closed;
        trade.Commission -= entryCommission;
        if (trade.Volume <= 0)
        {
            _open.Remove(trade.Position);
        }

        if (_closed.Count > capacity)
        {
            _closed.Dequeue();
        }
    }

    // The journal drops zeros at the end; a price has as many digits as its instrument.
    private decimal AtDigits(string symbol, decimal price) =>
        instruments.TryGetValue(symbol, out Instrument? instrument) ? price + new decimal(0, 0, 0, false, (byte)instrument.Digits) : price;

    // What a price step was worth is told by the deal itself, in the account's currency at that moment.
    private decimal? Risk(OpenTrade trade, decimal stop, decimal exit, decimal profit, decimal lots)
    {
        decimal distance = Math.Abs(trade.Entry - stop);
        decimal moved = Math.Abs(exit - trade.Entry);
        return moved > 0 && profit != 0 ? Math.Round(distance * Math.Abs(profit) / moved, 2)
            : instruments.TryGetValue(trade.Symbol, out Instrument? instrument) && instrument.ProfitCurrency == currency ? Math.Round(distance * lots * instrument.ContractSize, 2)
            : null;
    }

    private sealed class OpenTrade
    {
        public required long Position { get; init; }

        public required string Symbol { get; init; }

        public required OrderSide Side { get; init; }

        public required DateTime OpenedAt { get; init; }

        public required decimal? StopLoss { get; init; }

        public required TradePlan? Plan { get; init; }

        public decimal Entry { get; set; }

        public decimal Volume { get; set; }

        public decimal Commission { get; set; }

        public List<RuleBreach> Breaches { get; } = [];
    }
}
