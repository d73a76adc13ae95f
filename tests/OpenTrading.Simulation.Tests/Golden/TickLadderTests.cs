using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Tests.Shared;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Golden;

/// <summary>Case e: a ladder of limits replaced every hour, on ticks.</summary>
public class TickLadderTests
{
    [GoldenFact("e_eurusd_ticks_ladder.json", "EURUSD_ticks.csv")]
    public void Run_LimitLadderOnTicks_MatchesReference()
    {
        var run = new GoldenRun(
            new AccountOptions { InitialCash = 10_000 },
            new InstrumentSetup { Instrument = Instruments.Eurusd, Commission = new Commission(3.5m) });
        int hour = -1;
        int placed = 0;
        foreach (var tick in MarketFiles.Ticks("EURUSD"))
        {
            run.Engine.OnTick(0, tick);
            run.Mark();
            if (tick.Time.Hour != hour)
            {
                hour = tick.Time.Hour;
                placed += Replace(run.Engine, tick);
            }
        }

        new GoldenCase("e_eurusd_ticks_ladder").AssertEqual(run);
        Assert.Equal(270, placed);
        Assert.Equal(62, run.Events.Cancellations.Count(c => c.Reason == CancellationReason.Expired));
        Assert.Equal(151, run.Events.Cancellations.Count(c => c.Reason == CancellationReason.Requested));
        Assert.Equal(4, run.Engine.Orders.Count);
    }

    private static int Replace(MatchingEngine engine, Tick tick)
    {
        foreach (var order in engine.Orders.ToArray())
        {
            engine.Cancel(order.Id);
        }

        decimal point = Instruments.Eurusd.Point;
        decimal bid = Instruments.Eurusd.ToPrice(tick.Bid);
        decimal ask = Instruments.Eurusd.ToPrice(tick.Ask);
        for (int level = 1; level <= 3; level++)
        {
            var expiry = level == 1 ? OrderExpiry.On(tick.Time.AddMinutes(30)) : OrderExpiry.GoodTillCancelled;
            foreach (var side in new[] { OrderSide.Buy, OrderSide.Sell })
            {
                int away = (int)side;
                decimal price = (side == OrderSide.Buy ? ask : bid) - (away * 30 * level * point);
                engine.Place(new OrderTicket
                {
                    Side = side,
                    Type = OrderType.Limit,
                    Lots = 0.1m,
                    Price = price,
                    TakeProfit = price + (away * 40 * point),
                    StopLoss = price - (away * 150 * point),
                    Expiry = expiry,
                });
            }
        }

        return 6;
    }
}
