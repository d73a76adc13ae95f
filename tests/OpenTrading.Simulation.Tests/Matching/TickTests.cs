using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Randomness;
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
    public void RunTicks_InStretches_LeavesWhatOneByOneLeaves()
    {
        for (ulong seed = 1; seed <= 60; seed++)
        {
            TickSeries ticks = Walk(new Xoshiro256(seed), 3000);
            (Recorder Events, MatchingEngine Engine) single = Pair(seed);
            (Recorder Events, MatchingEngine Engine) stretches = Pair(seed);
            var random = new Xoshiro256(seed);
            for (int i = 0; i < ticks.Count;)
            {
                int end = i + 1 + (int)random.Below(200);
                long before = end < ticks.Count ? ticks.Times[end] : long.MaxValue;
                int next = stretches.Engine.RunTicks(0, ticks, i, before);
                for (; i < next; i++)
                {
                    single.Engine.OnTick(0, ticks[i]);
                }

                Assert.True(i == ticks.Count || ticks.Times[i] >= before);
                Assert.Equal((single.Engine.Equity, single.Engine.Quote(0), single.Engine.Time(0)), (stretches.Engine.Equity, stretches.Engine.Quote(0), stretches.Engine.Time(0)));
                var ticket = new OrderTicket
                {
                    Side = random.Below(2) == 0 ? OrderSide.Buy : OrderSide.Sell,
                    Lots = 1,
                    StopLossOffset = 5 + (int)random.Below(30),
                    TakeProfitOffset = 5 + (int)random.Below(30),
                    TrailingPoints = random.Below(4) == 0 ? 10 : null,
                };
                single.Engine.Place(ticket);
                stretches.Engine.Place(ticket);
            }

            Assert.NotEmpty(single.Events.Trades);
            Assert.Equal(single.Events.Fills, stretches.Events.Fills);
            Assert.Equal(single.Events.Trades, stretches.Events.Trades);
            Assert.Equal(single.Events.Swaps, stretches.Events.Swaps);
        }
    }

    [Fact]
    public void RunTicks_UnsoundTick_IsRefusedWithItsTime()
    {
        var engine = Engine();
        long[] times = [.. Enumerable.Range(0, 3).Select(i => Start.AddMilliseconds(i).Ticks)];
        var ticks = new TickSeries("TEST", "test", times, [100, 100, 100], [100.02, 99.98, 100.02], new double[3], new double[3]);

        Assert.Contains("10:00:00.001", Assert.Throws<ArgumentException>(() => engine.RunTicks(0, ticks, 0, long.MaxValue)).Message, StringComparison.Ordinal);
        Assert.Equal(Start, engine.Time(0));
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

    // Half of the accounts have margin rules, a third delay their orders; days pass, so that swap is booked.
    private static (Recorder Events, MatchingEngine Engine) Pair(ulong seed)
    {
        var events = new Recorder();
        var account = new AccountOptions { InitialCash = 100_000, Mode = seed % 2 == 0 ? AccountMode.Hedging : AccountMode.Netting, Leverage = seed % 4 < 2 ? null : 100 };
        var options = new MatchingOptions { DelayMilliseconds = seed % 3 == 0 ? 700 : 0 };
        return (events, new MatchingEngine(account, options, [new InstrumentSetup { Instrument = Bench.Test with { SwapLong = -1, SwapShort = 1 } }], events));
    }

    private static TickSeries Walk(Xoshiro256 random, int count)
    {
        long[] times = new long[count];
        double[] bids = new double[count];
        double[] asks = new double[count];
        long time = Start.Ticks;
        long bid = 10_000;
        for (int i = 0; i < count; i++)
        {
            time += random.Below(120_000) * TimeSpan.TicksPerMillisecond;
            bid += random.Below(7) - 3;
            (times[i], bids[i], asks[i]) = (time, bid / 100.0, (bid + random.Below(4)) / 100.0);
        }

        return new TickSeries("TEST", "test", times, bids, asks, new double[count], new double[count]);
    }

    private static Tick At(int milliseconds, double bid, double ask) => new(Start.AddMilliseconds(milliseconds), bid, ask);
}
