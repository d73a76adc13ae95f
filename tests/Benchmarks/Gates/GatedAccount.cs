using OpenTrading.Benchmarks.Harness;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Benchmarks.Gates;

/// <summary>A simulated account under every rule at its paper default, trading so that all of them pass: in at one hour with a gain, out at the next.</summary>
internal sealed class GatedAccount
{
    private const int Gain = 40;
    private const int Stop = 200;

    private readonly SessionClock _clock = new(new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc));
    private readonly Instrument _instrument;
    private readonly TradingDesk _desk;
    private DateTime _hour = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);
    private double _last = 1;
    private int _count;

    public GatedAccount(Workspace workspace, IJournal journal, string instance)
    {
        _instrument = workspace.Configuration.Instruments["TREND1"];
        var broker = new SimulatedBroker(
            new AccountOptions { InitialCash = 10_000m, Leverage = 100 },
            new MatchingOptions(),
            new InstrumentSetup { Instrument = _instrument, Spread = new FixedSpread(8), BarLength = TimeSpan.FromHours(1) },
            "synthetic",
            _clock);
        string hash = workspace.Configuration.Risk.ConfigHash;
        RiskSettings settings = workspace.Configuration.Risk with { Host = () => new HostState(true, 10_000, hash, hash) };
        _desk = new TradingDesk(
            broker, new Dictionary<string, Instrument> { [_instrument.Symbol] = _instrument }, [.. workspace.Configuration.Rules], settings, new NoKill(), journal, _clock, instance: instance);
        Bar(0);
    }

    /// <summary>Rules of its gate.</summary>
    public int Rules => _desk.Gate.Rules.Count;

    /// <summary>The gate.</summary>
    public RiskGate Gate => _desk.Gate;

    /// <summary>What the gate sees of an entry now.</summary>
    public RiskContext See() => _desk.Orders.See(Entry("look"));

    /// <summary>Opens and closes a position, an order each.</summary>
    public void Trade()
    {
        Require(_desk.Orders.Submit(Entry($"o{_count}")));
        Bar(Gain);
        Position position = _desk.Broker.Positions[0];
        Require(_desk.Orders.Submit(new OrderIntent
        {
            Kind = OrderKind.Close,
            Symbol = _instrument.Symbol,
            Side = OrderSide.Sell,
            Volume = position.Volume,
            Target = position.Ticket,
            ReferencePrice = 1m,
            Proposer = "strategy:benchmark",
            IdempotencyKey = $"c{_count++}",
        }));
        Bar(0);
    }

    private OrderIntent Entry(string key) => new()
    {
        Kind = OrderKind.Open,
        Symbol = _instrument.Symbol,
        Side = OrderSide.Buy,
        Volume = 0.10m,
        StopLoss = 1m - (Stop * _instrument.Point),
        TakeProfit = 1m + (2 * Stop * _instrument.Point),
        ReferencePrice = 1m,
        Proposer = "strategy:benchmark",
        Confidence = 0.6,
        IdempotencyKey = key,
    };

    // The first price of an hour, the last of the one before, fills what was ordered in that; its last price brings the gain.
    private void Bar(int points)
    {
        double price = 1 + (points * (double)_instrument.Point);
        _clock.MoveTo(_hour);
        _desk.Orders.Advance(_hour);
        _desk.Broker.OnBar(_instrument, new Bar(_hour, _last, Math.Max(_last, price), Math.Min(_last, price), price, 1));
        _last = price;
        _hour = _hour.AddHours(1);
        _clock.MoveTo(_hour);
    }

    private static void Require(Order order)
    {
        if (!order.WasSubmitted)
        {
            throw new InvalidOperationException($"An order was {order.State}: {string.Join("; ", order.Violations.Select(v => v.Message))} {order.Why}");
        }
    }

    private sealed class NoKill : IKillLevel
    {
        public int Level => 0;
    }
}
