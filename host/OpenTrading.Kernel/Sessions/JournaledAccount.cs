using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper.Books;
using OpenTrading.Kernel.Risk;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.State;
using EngineOrder = OpenTrading.Simulation.State.OrderState;
using OrderState = OpenTrading.Kernel.Orders.OrderState;

namespace OpenTrading.Kernel.Sessions;

/// <summary>The paper account as the journal tells it: start-up is replay. Fed record by record, in order.</summary>
public sealed class JournaledAccount
{
    private readonly SortedDictionary<long, OpenPosition> _positions = [];
    private readonly Dictionary<string, decimal> _prices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTime> _swaps = new(StringComparer.Ordinal);

    /// <summary>Its orders.</summary>
    public JournaledOrders Orders { get; } = new();

    /// <summary>Equity at the very first start; 0 before it.</summary>
    public decimal InitialCapital { get; private set; }

    /// <summary>Reference of the last trading day; null before the first.</summary>
    public DayReference? Day { get; private set; }

    /// <summary>Trading state that an operator set last; null when none ever did.</summary>
    public TradingState? Trading { get; private set; }

    /// <summary>Balance after the last deal; null when there was none.</summary>
    public decimal? Balance { get; private set; }

    /// <summary>Latest market time of any deal or session; the session's clock must not start before it.</summary>
    public DateTime LastMarketTime { get; private set; } = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);

    /// <summary>Four characters that start this home's client order ids; null before the first start.</summary>
    public string? Instance { get; private set; }

    /// <summary>Symbols that positions or orders are open in.</summary>
    public IEnumerable<string> Symbols => _positions.Values.Select(p => p.Symbol).Concat(Waiting.Select(o => o.Intent.Symbol)).Distinct(StringComparer.Ordinal);

    private IEnumerable<Order> Waiting =>
        Orders.All.Where(o => o.State is OrderState.Submitted or OrderState.PartiallyFilled && o.Intent.Kind is OrderKind.Open or OrderKind.Close);

    private long LastDeal { get; set; }

    private long LastTicket { get; set; }

    private long LastPosition { get; set; }

    /// <summary>Takes one record.</summary>
    public void Apply(JournalRecord record)
    {
        Orders.Apply(record);
        switch (record.Type)
        {
            case "host.started":
                Instance = record.Payload.Text("instance") ?? Instance;
                break;
            case "session.stopped":
                See(record.Payload.Time("marketTime")!.Value);
                break;
            case "order.accepted":
                LastTicket = Math.Max(LastTicket, record.Payload.Id("brokerId")!.Value);
                break;
            case "order.fill" or "position.deal":
                Deal(record.Payload);
                break;
            case "order.modified" when record.Payload.Decimal("price") is null:
                Protect(record.Payload);
                break;
            case "position.swap":
                Swap(record.Payload);
                break;
            case "trading.state":
                Trading = Enum.Parse<TradingState>(record.Payload.Text("state")!);
                break;
            case PaperBooks.ResetType:
                // The reference of the new book follows; should it be missing, it is taken at the start.
                (Balance, InitialCapital, Day) = (record.Payload.Decimal("capital")!.Value, 0, null);
                break;
            case "day.reference":
                Reference(record.Payload);
                break;
            default:
                break;
        }
    }

    /// <summary>The engine's state to continue from; null when there is nothing to continue.</summary>
    /// <param name="instruments">Instruments of the account, in the order of the engine; at least those of <see cref="Symbols"/>.</param>
    /// <param name="initialCash">Money of an account that never dealt.</param>
    public EngineState? ToEngineState(IReadOnlyList<Instrument> instruments, decimal initialCash)
    {
        Order[] waiting = [.. Waiting];
        var indexes = instruments.Select((instrument, i) => (instrument.Symbol, i)).ToDictionary(m => m.Symbol, m => m.i, StringComparer.Ordinal);
        return Balance is null && waiting.Length == 0 ? null : new EngineState
        {
            Balance = (double)(Balance ?? initialCash),
            LastOrderId = LastTicket,
            LastPositionId = LastPosition,
            LastFill = LastDeal,
            Random = [1, 2, 3, 4],
            Markets = [.. instruments.Select(i => new MarketState(ResumeTime(i.Symbol), (int)i.ToPoints((double)_prices.GetValueOrDefault(i.Symbol)), 0))],
            Positions = [.. _positions.Select(p => p.Value.ToState(p.Key, instruments, indexes[p.Value.Symbol]))],
            Orders = [.. waiting.Select(o => new EngineOrder(o.Ticket, SimulatedBroker.Ticket(new BrokerRequest(o.ClientOrderId!, o.Intent), indexes[o.Intent.Symbol]), false))],
        };
    }

    // The host may have died half-way through a bar, so that bar is run again for what it left open: its fills are gone from the books, and no
    // fill happens twice. Only a rollover at that very instant must not be booked again; then the bar counts as done.
    private DateTime ResumeTime(string symbol) => LastMarketTime == DateTime.MinValue || (_swaps.TryGetValue(symbol, out DateTime swap) && swap == LastMarketTime)
        ? LastMarketTime
        : LastMarketTime.AddTicks(-1);

    private void Deal(JsonElement deal)
    {
        See(deal.Time("brokerTime")!.Value);
        LastDeal = Math.Max(LastDeal, deal.Id("dealId")!.Value);
        _prices[deal.Text("symbol")!] = deal.Decimal("price")!.Value;
        Balance = deal.Decimal("balance")!.Value;
        long ticket = deal.Id("position")!.Value;
        LastPosition = Math.Max(LastPosition, ticket);
        decimal left = deal.Decimal("positionVolume")!.Value;
        if (left == 0)
        {
            _positions.Remove(ticket);
            return;
        }

        bool onlyCloses = deal.Decimal("closedVolume")!.Value == deal.Decimal("volume")!.Value;
        OrderSide side = deal.Text("side") == "buy" ? OrderSide.Buy : OrderSide.Sell;
        OpenPosition? before = _positions.GetValueOrDefault(ticket);
        _positions[ticket] = new OpenPosition(
            deal.Text("symbol")!,
            onlyCloses && before is not null ? before.Side : side,
            left,
            deal.Decimal("positionPrice")!.Value,
            before?.OpenedAt ?? deal.Time("brokerTime")!.Value,
            deal.Decimal("sl"),
            deal.Decimal("tp"),
            (before?.Swap ?? 0) - deal.Decimal("swap")!.Value,
            (before?.Commission ?? 0) - (onlyCloses ? 0 : deal.Decimal("commission")!.Value));
    }

    private void Protect(JsonElement change)
    {
        if (_positions.TryGetValue(change.Id("target")!.Value, out OpenPosition? position))
        {
            _positions[change.Id("target")!.Value] = position with { StopLoss = change.Decimal("sl"), TakeProfit = change.Decimal("tp") };
        }
    }

    private void Swap(JsonElement swap)
    {
        DateTime time = swap.Time("brokerTime")!.Value;
        See(time);
        if (_positions.TryGetValue(swap.Id("position")!.Value, out OpenPosition? position))
        {
            _swaps[position.Symbol] = time;
            _positions[swap.Id("position")!.Value] = position with { Swap = position.Swap + swap.Decimal("amount")!.Value };
        }
    }

    private void Reference(JsonElement day)
    {
        InitialCapital = day.Decimal("initialCapital")!.Value;
        Day = RiskRecords.Day(day);
    }

    private void See(DateTime time) => LastMarketTime = time > LastMarketTime ? time : LastMarketTime;

    private sealed record OpenPosition(
        string Symbol,
        OrderSide Side,
        decimal Volume,
        decimal Price,
        DateTime OpenedAt,
        decimal? StopLoss,
        decimal? TakeProfit,
        decimal Swap,
        decimal Commission)
    {
        public PositionState ToState(long ticket, IReadOnlyList<Instrument> instruments, int index) => new()
        {
            Id = ticket,
            InstrumentIndex = index,
            Side = Side,
            Lots = Volume,
            EntryPoints = Price / instruments[index].Point,
            OpenedAt = OpenedAt,
            StopLossPoints = Points(StopLoss, instruments[index]),
            TakeProfitPoints = Points(TakeProfit, instruments[index]),
            Swap = (double)Swap,
            EntryCommission = (double)Commission,
        };

        private static int? Points(decimal? price, Instrument instrument) => price is { } value ? (int)(value / instrument.Point) : null;
    }
}
