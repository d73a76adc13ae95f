using System.Globalization;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Index;
using OpenTrading.Kernel.Journal.Notes;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.Trades;

/// <summary>A journal into which a test writes what a broker reported, and all that reads along.</summary>
internal sealed class TradeJournal : IDisposable
{
    private readonly TestFolder _folder = new();
    private int _deals;

    public TradeJournal(int capacity = TradeBook.Capacity)
    {
        Index = new JournalIndex(_folder.Root);
        Trades = new TradeBook(new Dictionary<string, Instrument> { ["EURUSD"] = Scene.EurUsd }, "USD", capacity);
        Journal = AuditJournal.Open(_folder.Root, _folder.Clock, Follow, follow: Follow);
    }

    public AuditJournal Journal { get; private set; }

    public JournalIndex Index { get; private set; }

    public TradeBook Trades { get; private set; }

    public NoteBook Notes { get; private set; } = new();

    public TestClock Clock => _folder.Clock;

    /// <summary>Market time of the next deal.</summary>
    public DateTime At { get; set; } = new(2025, 3, 3, 10, 0, 0, DateTimeKind.Utc);

    public void Propose(string orderId, decimal refPrice, decimal? stop, decimal? target = null, string proposer = "strategy:sma", string? position = null, decimal? confidence = 0.6m) => Append(
        proposer,
        "order.proposed",
        new JournalPayload
        {
            ["orderId"] = orderId,
            ["proposal"] = new JournalPayload { ["refPrice"] = refPrice, ["sl"] = stop, ["tp"] = target, ["confidence"] = confidence, ["reason"] = $"why {orderId}", ["target"] = position },
        });

    public void Reject(string orderId, string rule) => Append(
        "host",
        "order.rejected",
        new JournalPayload { ["orderId"] = orderId, ["violations"] = JournalArray.From([rule], r => new JournalPayload { ["rule"] = r, ["message"] = $"{r}: no" }) });

    /// <summary>A deal. What is left of the position decides whether it opens, enlarges, reduces or closes.</summary>
    public void Deal(
        string? orderId,
        string side,
        decimal volume,
        decimal price,
        string position,
        decimal left,
        decimal closed = 0,
        decimal profit = 0,
        decimal commission = 0,
        decimal swap = 0,
        string reason = "open",
        decimal? stop = null,
        decimal? entry = null,
        string symbol = "EURUSD") => Append(
            "broker",
            orderId is null ? "position.deal" : "order.fill",
            new JournalPayload
            {
                ["orderId"] = orderId,
                ["dealId"] = (++_deals).ToString(CultureInfo.InvariantCulture),
                ["brokerTime"] = At,
                ["symbol"] = symbol,
                ["side"] = side,
                ["volume"] = volume,
                ["price"] = price,
                ["reason"] = reason,
                ["position"] = position,
                ["positionVolume"] = left,
                ["positionPrice"] = entry ?? price,
                ["closedVolume"] = closed,
                ["sl"] = stop,
                ["tp"] = JournalValue.Null,
                ["profit"] = profit,
                ["commission"] = commission,
                ["swap"] = swap,
                ["balance"] = 10_000m,
            });

    /// <summary>A winner by its target: bought 0.38 at 1.08502 with stop 1.08250, closed an hour later at 1.08950.</summary>
    public void Winner(string strategy = "strategy:sma", string order = "o-1", string position = "1")
    {
        Propose(order, 1.08500m, 1.08250m, 1.08950m, strategy);
        Deal(order, "buy", 0.38m, 1.08502m, position, 0.38m, commission: -1.33m, stop: 1.08250m);
        At = At.AddHours(1);
        Deal(null, "sell", 0.38m, 1.08950m, position, 0, closed: 0.38m, profit: 170.24m, commission: -1.33m, swap: -0.50m, reason: "tp");
    }

    /// <summary>A loser by its stop: sold 0.10 at 1.10000 with stop 1.10200.</summary>
    public void Loser(string proposer = "client:a", string order = "o-2", string position = "2")
    {
        Propose(order, 1.10000m, 1.10200m, proposer: proposer);
        Deal(order, "sell", 0.10m, 1.10000m, position, 0.10m, stop: 1.10200m);
        At = At.AddHours(2);
        Deal(null, "buy", 0.10m, 1.10200m, position, 0, closed: 0.10m, profit: -20m, reason: "sl");
    }

    /// <summary>Closes the journal and reads it from the start, as a host that was stopped.</summary>
    public void Restart()
    {
        Journal.Dispose();
        Index = new JournalIndex(_folder.Root);
        Trades = new TradeBook(new Dictionary<string, Instrument> { ["EURUSD"] = Scene.EurUsd }, "USD");
        Notes = new NoteBook();
        Journal = AuditJournal.Open(_folder.Root, _folder.Clock, Follow, follow: Follow);
    }

    public void Dispose()
    {
        Journal.Dispose();
        _folder.Dispose();
    }

    private void Append(string actor, string type, JournalPayload payload)
    {
        Clock.Now = Clock.Now.AddSeconds(1);
        Journal.Append(actor, type, payload, Durability.Durable);
    }

    private void Follow(JournalRecord record)
    {
        Index.Apply(record);
        Trades.Apply(record);
        Notes.Apply(record);
    }
}
