using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Matching;

public class TickTests
{
    private static readonly DateTime Start = new(2024, 1, 8, 10, 0, 0, DateTimeKind.Utc);
    private readonly Recorder _events = new();

    [Fact]
    public void OnTick_MarketOrder_FillsOnTheNextTickOfEqualTime()
    {
        var engine = Engine();
        engine.OnTick(0, At(0, 100, 100.02));
        engine.Place(new OrderTicket { Side = OrderSide.Buy, Lots = 1 });
        Assert.Empty(_events.Fills);
        engine.OnTick(0, At(0, 100.05, 100.08));

        Assert.Equal(100.08m, Assert.Single(_events.Fills).Price);
        Assert.Equal(-0.03, engine.FloatingProfit(engine.Positions[0]), 1e-9);
    }

    [Fact]
    public void OnTick_GapsOverLevels_FillsAtItsOwnQuote()
    {
        var engine = Engine();
        engine.OnTick(0, At(0, 100, 100.02));
        engine.Place(new OrderTicket { Side = OrderSide.Buy, Type = OrderType.Limit, Lots = 1, Price = 99, StopLoss = 95 });
        engine.Place(new OrderTicket { Side = OrderSide.Sell, Type = OrderType.Stop, Lots = 1, Price = 99.5m });
        engine.OnTick(0, At(1, 98, 98.02));
        engine.OnTick(0, At(2, 94, 94.02));

        Assert.Equal([98.02m, 98.00m, 94.00m], _events.Fills.Select(f => f.Price));
        Assert.Equal(FillReason.StopLoss, _events.Fills[2].Reason);
    }

    [Fact]
    public void OnTick_DelayedOrder_FillsOnTheFirstTickAfterTheDelay()
    {
        var engine = Engine(new MatchingOptions { DelayMilliseconds = 500 });
        engine.OnTick(0, At(0, 100, 100.02));
        engine.Place(new OrderTicket { Side = OrderSide.Buy, Lots = 1 });
        engine.Place(new OrderTicket { Side = OrderSide.Buy, Type = OrderType.Limit, Lots = 1, Price = 101 });
        engine.OnTick(0, At(499, 100.1, 100.12));
        Assert.Empty(_events.Fills);
        engine.OnTick(0, At(500, 100.2, 100.22));

        Assert.Equal([100.22m, 100.22m], _events.Fills.Select(f => f.Price));
    }

    [Fact]
    public void OnTick_DelayedCancelAndChange_ComeTooLateForEarlierTicks()
    {
        var engine = Engine(new MatchingOptions { DelayMilliseconds = 500 });
        engine.OnTick(0, At(0, 100, 100.02));
        long first = engine.Place(new OrderTicket { Side = OrderSide.Buy, Type = OrderType.Limit, Lots = 1, Price = 99.8m });
        long second = engine.Place(new OrderTicket { Side = OrderSide.Buy, Type = OrderType.Limit, Lots = 1, Price = 99 });
        engine.OnTick(0, At(600, 100, 100.02));
        engine.Cancel(first);
        engine.Cancel(second);
        engine.OnTick(0, At(1099, 99.7, 99.72));
        Assert.Equal(99.72m, Assert.Single(_events.Fills).Price);
        engine.ChangePosition(1, 99.65m, null);
        engine.OnTick(0, At(1100, 98, 98.02));
        Assert.Single(_events.Fills);
        Assert.Equal(second, Assert.Single(_events.Cancellations).Order.Id);
        engine.OnTick(0, At(1599, 98, 98.02));

        Assert.Equal((98m, FillReason.StopLoss), (_events.Fills[^1].Price, _events.Fills[^1].Reason));
    }

    [Fact]
    public void OnTick_Trailing_FollowsTheBid()
    {
        var engine = Engine();
        engine.OnTick(0, At(0, 100, 100.02));
        engine.Place(new OrderTicket { Side = OrderSide.Buy, Lots = 1, TrailingPoints = 50 });
        engine.OnTick(0, At(1, 100, 100.02));
        engine.OnTick(0, At(2, 101, 101.02));
        engine.OnTick(0, At(3, 100.6, 100.62));
        engine.OnTick(0, At(4, 100.5, 100.52));

        Assert.Equal((100.5m, FillReason.StopLoss), (_events.Fills[^1].Price, _events.Fills[^1].Reason));
    }

    [Fact]
    public void OnTick_EarlierThanTheLast_Throws()
    {
        var engine = Engine();
        engine.OnTick(0, At(5, 100, 100.02));

        Assert.Throws<InvalidOperationException>(() => engine.OnTick(0, At(4, 100, 100.02)));
        Assert.Throws<ArgumentException>(() => engine.OnTick(0, At(6, 100, 99.98)));
    }

    [Fact]
    public void OnBar_DelayInMilliseconds_IsRefused()
    {
        var engine = Engine(new MatchingOptions { DelayMilliseconds = 1 });

        Assert.Contains(
            "DelayBars", Assert.Throws<InvalidOperationException>(() => engine.OnBar(0, new Bar(Start, 1, 1, 1, 1))).Message, StringComparison.Ordinal);
    }

    private MatchingEngine Engine(MatchingOptions? options = null) => new(
        new AccountOptions { InitialCash = 10_000 }, options ?? new MatchingOptions(), [new InstrumentSetup { Instrument = Bench.Test }], _events);

    private static Tick At(int milliseconds, double bid, double ask) => new(Start.AddMilliseconds(milliseconds), bid, ask);
}
