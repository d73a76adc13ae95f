using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Bars;

public class LowerBarsTests
{
    private static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    private readonly PointBars _higher = Of(Timeframe.H1,
        (0, 100, 100, 100, 100), (60, 100, 102, 98, 101), (120, 101, 101, 101, 101), (180, 101, 103, 97, 101));

    private readonly PointBars _lower = Of(Timeframe.M30,
        (0, 100, 100, 100, 100), (60, 100, 102, 100, 101), (90, 101, 101, 98, 101), (120, 101, 101, 101, 101));

    private readonly Recorder _events = new();

    [Fact]
    public void Run_LowerBarsShowTheTargetFirst_TakesTheProfit()
    {
        var (lower, engine) = Run(stopLoss: 99, takeProfit: 101.5m, bars: 2, delayBars: 0);

        Assert.Equal((101.5m, FillReason.TakeProfit), (_events.Fills[1].Price, _events.Fills[1].Reason));
        Assert.Equal(Start.AddHours(1), _events.Fills[1].Time);
        Assert.Equal(0, lower.FallbackBars);
        Assert.Empty(engine.Positions);
    }

    [Fact]
    public void Run_NoLowerBars_FallsBackToPessimisticAndCounts()
    {
        var (lower, _) = Run(stopLoss: 97.5m, takeProfit: 102.5m, bars: 4, delayBars: 0);

        Assert.Equal((97.5m, FillReason.StopLoss), (_events.Fills[1].Price, _events.Fills[1].Reason));
        Assert.Equal(1, lower.FallbackBars);
    }

    [Fact]
    public void Run_DelayBars_CountsTheStrategysBars()
    {
        Run(stopLoss: 90, takeProfit: 110, bars: 3, delayBars: 1);

        Assert.Equal(Start.AddHours(2), Assert.Single(_events.Fills).Time);
    }

    private (LowerBars Lower, MatchingEngine Engine) Run(decimal stopLoss, decimal takeProfit, int bars, int delayBars)
    {
        var engine = new MatchingEngine(
            new AccountOptions { InitialCash = 10_000 }, new MatchingOptions(), [new InstrumentSetup { Instrument = Bench.Test }], _events);
        var lower = new LowerBars(_higher, _lower);
        for (int i = 0; i < bars; i++)
        {
            lower.Run(engine, 0, i);
            if (i == 0)
            {
                engine.Place(new OrderTicket { Side = OrderSide.Buy, Lots = 1, StopLoss = stopLoss, TakeProfit = takeProfit, DelayBars = delayBars });
            }
        }

        return (lower, engine);
    }

    private static PointBars Of(Timeframe timeframe, params (int Minute, double Open, double High, double Low, double Close)[] bars) => PointBars.From(
        Bench.Test,
        BarSeries.From("TEST", timeframe, "test", [.. bars.Select(b => new Bar(Start.AddMinutes(b.Minute), b.Open, b.High, b.Low, b.Close, 0, 0))]),
        SpreadModel.Recorded);
}
