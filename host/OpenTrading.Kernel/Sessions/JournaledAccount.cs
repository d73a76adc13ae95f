using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.State;

namespace OpenTrading.Kernel.Sessions;

/// <summary>The paper account as the journal tells it: start-up is replay. Fed record by record, in order.</summary>
public sealed class JournaledAccount
{
    private readonly SortedDictionary<long, OpenPosition> _positions = [];
    private readonly Dictionary<(string Proposer, string Key), (string Hash, string OrderId)> _keys = [];

    /// <summary>Orders proposed so far.</summary>
    public int Orders { get; private set; }

    /// <summary>Client order ids given out so far, the last one.</summary>
    public string? LastClientOrderId { get; private set; }

    /// <summary>Equity at the very first start; 0 before it.</summary>
    public decimal InitialCapital { get; private set; }

    /// <summary>Reference of the last trading day; null before the first.</summary>
    public DayReference? Day { get; private set; }

    /// <summary>Balance after the last deal; null when there was none.</summary>
    public decimal? Balance { get; private set; }

    /// <summary>Latest market time of any deal or session; the session's clock must not start before it.</summary>
    public DateTime LastMarketTime { get; private set; } = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);

    /// <summary>Four characters that start this home's client order ids; null before the first start.</summary>
    public string? Instance { get; private set; }

    /// <summary>Symbol that the open positions are in; null when flat.</summary>
    public string? Symbol => _positions.Count > 0 ? _positions.Values.First().Symbol : null;

    /// <summary>Proposals by proposer and key: a repeated one finds its order after any restart.</summary>
    public IReadOnlyDictionary<(string Proposer, string Key), (string Hash, string OrderId)> Keys => _keys;

    private long LastDeal { get; set; }

    private long LastTicket { get; set; }

    private long LastPosition { get; set; }

    private decimal LastPrice { get; set; }

    /// <summary>Takes one record.</summary>
    public void Apply(JournalRecord record)
    {
        switch (record.Type)
        {
            case "host.started":
                Instance = Text(record.Payload, "instance") ?? Instance;
                break;
            case "session.stopped":
                See(Time(record.Payload, "marketTime"));
                break;
            case "order.proposed":
                Orders++;
                _keys[(record.Actor, Text(record.Payload, "key")!)] = (Text(record.Payload, "payloadHash")!, Text(record.Payload, "orderId")!);
                break;
            case "order.submitting":
                LastClientOrderId = Text(record.Payload, "cid");
                break;
            case "order.accepted":
                LastTicket = Math.Max(LastTicket, Id(record.Payload, "brokerId"));
                break;
            case "order.fill" or "position.deal":
                Deal(record.Payload);
                break;
            case "order.modified":
                Protect(record.Payload);
                break;
            case "position.swap":
                Swap(record.Payload);
                break;
            case "day.reference":
                Reference(record.Payload);
                break;
            default:
                break;
        }
    }

    /// <summary>The engine's state to continue from; null when the account never traded.</summary>
    /// <param name="instrument">Instrument of the session. Positions in another one cannot be continued by it.</param>
    public EngineState? ToEngineState(Instrument instrument) => Balance is not { } balance ? null : new EngineState
    {
        Balance = (double)balance,
        LastOrderId = LastTicket,
        LastPositionId = LastPosition,
        LastFill = LastDeal,
        Random = [1, 2, 3, 4],
        Markets = [new MarketState(LastMarketTime, (int)instrument.ToPoints((double)LastPrice), 0)],
        Positions = [.. _positions.Select(p => p.Value.ToState(p.Key, instrument))],
        Orders = [],
    };

    private void Deal(JsonElement deal)
    {
        See(Time(deal, "brokerTime"));
        LastDeal = Math.Max(LastDeal, Id(deal, "dealId"));
        LastPrice = Number(deal, "price");
        Balance = Number(deal, "balance");
        long ticket = Id(deal, "position");
        LastPosition = Math.Max(LastPosition, ticket);
        decimal left = Number(deal, "positionVolume");
        if (left == 0)
        {
            _positions.Remove(ticket);
            return;
        }

        bool onlyCloses = Number(deal, "closedVolume") == Number(deal, "volume");
        OrderSide side = Text(deal, "side") == "buy" ? OrderSide.Buy : OrderSide.Sell;
        OpenPosition? before = _positions.GetValueOrDefault(ticket);
        _positions[ticket] = new OpenPosition(
            Text(deal, "symbol")!,
            onlyCloses && before is not null ? before.Side : side,
            left,
            Number(deal, "positionPrice"),
            before?.OpenedAt ?? Time(deal, "brokerTime"),
            Optional(deal, "sl"),
            Optional(deal, "tp"),
            (before?.Swap ?? 0) - Number(deal, "swap"),
            (before?.Commission ?? 0) - (onlyCloses ? 0 : Number(deal, "commission")));
    }

    private void Protect(JsonElement change)
    {
        if (_positions.TryGetValue(Id(change, "target"), out OpenPosition? position))
        {
            _positions[Id(change, "target")] = position with { StopLoss = Optional(change, "sl"), TakeProfit = Optional(change, "tp") };
        }
    }

    private void Swap(JsonElement swap)
    {
        See(Time(swap, "brokerTime"));
        if (_positions.TryGetValue(Id(swap, "position"), out OpenPosition? position))
        {
            _positions[Id(swap, "position")] = position with { Swap = position.Swap + Number(swap, "amount") };
        }
    }

    private void Reference(JsonElement day)
    {
        InitialCapital = Number(day, "initialCapital");
        Day = new DayReference(
            DateOnly.ParseExact(Text(day, "day")!, "yyyy-MM-dd", CultureInfo.InvariantCulture), Number(day, "balance"), Number(day, "equity"), Number(day, "ref"));
    }

    private void See(DateTime time) => LastMarketTime = time > LastMarketTime ? time : LastMarketTime;

    private static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal Number(JsonElement payload, string name) => Optional(payload, name) ?? 0;

    private static decimal? Optional(JsonElement payload, string name) =>
        Text(payload, name) is { } text ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    private static long Id(JsonElement payload, string name) => long.Parse(Text(payload, name) ?? "0", CultureInfo.InvariantCulture);

    private static DateTime Time(JsonElement payload, string name) => DateTime.Parse(
        Text(payload, name)!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

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
        public PositionState ToState(long ticket, Instrument instrument) => new()
        {
            Id = ticket,
            InstrumentIndex = 0,
            Side = Side,
            Lots = Volume,
            EntryPoints = Price / instrument.Point,
            OpenedAt = OpenedAt,
            StopLossPoints = Points(StopLoss, instrument),
            TakeProfitPoints = Points(TakeProfit, instrument),
            Swap = (double)Swap,
            EntryCommission = (double)Commission,
        };

        private static int? Points(decimal? price, Instrument instrument) => price is { } value ? (int)(value / instrument.Point) : null;
    }
}
