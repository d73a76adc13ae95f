using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Randomness;
using OpenTrading.Simulation.State;

namespace OpenTrading.Simulation.Tests.Support;

/// <summary>A seeded walk of hourly bars on which every kind of order is placed, so that properties can be checked after each bar.</summary>
internal sealed class RandomRun
{
    public const int Cash = 1_000;

    private static readonly Instrument Traded = Bench.Test with { SwapLong = -1.5m, SwapShort = 0.5m };
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly Xoshiro256 _choices;
    private readonly AccountOptions _account;
    private readonly MatchingOptions _options;
    private readonly InstrumentSetup _setup;

    public RandomRun(ulong seed, int bars = 120, SlippageModel? slippage = null, MoneyRounding? rounding = null)
    {
        var random = new Xoshiro256(seed);
        Bars = Walk(random, bars);
        _choices = new Xoshiro256(seed + 1);
        _account = new AccountOptions
        {
            InitialCash = Cash,
            Mode = random.Below(2) == 0 ? AccountMode.Hedging : AccountMode.Netting,
            Leverage = random.Below(2) == 0 ? null : 50,
            MoneyRounding = rounding ?? (random.Below(2) == 0 ? MoneyRounding.None : MoneyRounding.Currency),
        };
        _options = new MatchingOptions { Intrabar = (IntrabarModel)random.Below(2), TrailSource = (TrailSource)random.Below(2), Seed = seed };
        _setup = new InstrumentSetup { Instrument = Traded, Commission = new Commission(0.1m, 0.0001m), Slippage = slippage ?? new RandomSlippage(0, 4) };
        Engine = New(null);
    }

    public BarPoints[] Bars { get; }

    public Recorder Events { get; } = new();

    public MatchingEngine Engine { get; private set; }

    /// <summary>Runs bars [from, to) and calls back after each, before new orders are placed.</summary>
    public void Run(int from, int to, Action<int>? afterBar = null)
    {
        for (int i = from; i < to; i++)
        {
            Engine.OnBar(0, Bars[i]);
            afterBar?.Invoke(i);
            Act(Bars[i]);
        }
    }

    /// <summary>Replaces the engine by a new one that continues from its captured state.</summary>
    public void Restart() => Engine = New(Engine.Capture());

    private MatchingEngine New(EngineState? state) => new(_account, _options, [_setup], Events, state);

    private void Act(BarPoints bar)
    {
        long choice = _choices.Below(12);
        var side = _choices.Below(2) == 0 ? OrderSide.Buy : OrderSide.Sell;
        decimal away = (int)side * (1 + _choices.Below(80)) * Traded.Point;
        decimal close = bar.Close * Traded.Point;
        var ticket = new OrderTicket
        {
            Side = side,
            Lots = 1 + _choices.Below(200),
            StopLossOffset = 20 + (int)_choices.Below(100),
            TakeProfitOffset = _choices.Below(2) == 0 ? null : 20 + (int)_choices.Below(100),
            TrailingPoints = _choices.Below(3) == 0 ? 30 + (int)_choices.Below(50) : null,
            OcoGroup = _choices.Below(4),
        };
        switch (choice)
        {
            case 0 or 1:
                Engine.Place(ticket);
                break;
            case 2:
                Engine.Place(ticket with { Type = OrderType.Limit, Price = close - away, Expiry = OrderExpiry.Day });
                break;
            case 3:
                Engine.Place(ticket with { Type = OrderType.Stop, Price = close + away });
                break;
            case 4:
                Engine.Place(ticket with { Type = OrderType.StopLimit, Price = close + away, LimitPrice = close + (away / 2) });
                break;
            case 5 when Engine.Positions.Count > 0:
                Engine.Close(Engine.Positions[0].Id, 1 + _choices.Below(100));
                break;
            case 6 when Engine.Orders.FirstOrDefault(order => order.ClientId is null) is { } oldest:
                Engine.Cancel(oldest.Id);
                break;
        }
    }

    private static BarPoints[] Walk(Xoshiro256 random, int count)
    {
        var bars = new BarPoints[count];
        int price = 10_000;
        for (int i = 0; i < count; i++)
        {
            int open = price + (int)random.Below(41) - 20;
            int close = open + (int)random.Below(121) - 60;
            bars[i] = new BarPoints(
                Start.AddHours(i).Ticks, open, Math.Max(open, close) + (int)random.Below(40), Math.Min(open, close) - (int)random.Below(40), close,
                (int)random.Below(6));
            price = close;
        }

        return bars;
    }
}
