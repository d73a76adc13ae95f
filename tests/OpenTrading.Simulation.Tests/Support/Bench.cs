using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Simulation.Tests.Support;

/// <summary>An engine on the two-digit symbol TEST, fed hourly bars written as numbers.</summary>
internal sealed class Bench
{
    public static readonly Instrument Test = new()
    {
        Symbol = "TEST", Digits = 2, ContractSize = 1, VolumeMin = 1, VolumeStep = 1, VolumeMax = 1_000_000, BaseCurrency = "TST", ProfitCurrency = "USD",
    };

    private DateTime _next = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    public Bench(
        AccountOptions? account = null, MatchingOptions? options = null, InstrumentSetup? setup = null, Simulation.State.EngineState? state = null)
    {
        Setup = setup ?? new InstrumentSetup { Instrument = Test };
        Engine = new MatchingEngine(
            account ?? new AccountOptions { InitialCash = 10_000 }, options ?? new MatchingOptions(), [Setup], Events, state);
    }

    public InstrumentSetup Setup { get; }

    public MatchingEngine Engine { get; }

    public Recorder Events { get; } = new();

    public void Bar(double open, double high, double low, double close, double spread = 0.02)
    {
        Engine.OnBar(0, new Bar(_next, open, high, low, close, 0, spread));
        _next = _next.AddHours(1);
    }

    public void BarsFrom(DateTime time) => _next = time;

    public long Market(OrderSide side, decimal lots = 1, decimal? stopLoss = null, decimal? takeProfit = null) =>
        Engine.Place(new OrderTicket { Side = side, Lots = lots, StopLoss = stopLoss, TakeProfit = takeProfit });

    /// <summary>Fills as <c>side lots price reason</c>.</summary>
    public string[] Fills() => [.. Events.Fills.Select(f => FormattableString.Invariant(
        $"{(f.Side == OrderSide.Buy ? 'B' : 'S')} {f.Lots} {f.Price:F2} {ReasonNames.Of(f.Reason)}"))];
}
