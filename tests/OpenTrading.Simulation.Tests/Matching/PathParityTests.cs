using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Matching;

public class PathParityTests
{
    [Fact]
    public void OnBar_QuietBarsTakenTheLongWay_GiveTheSameFills()
    {
        for (ulong seed = 0; seed < 100; seed++)
        {
            var quick = new RandomRun(seed);
            var slow = new RandomRun(seed);

            // An order far from the market is never reached, but with it no bar is quiet.
            foreach (var run in new[] { quick, slow })
            {
                long id = run.Engine.Place(new OrderTicket
                {
                    Side = OrderSide.Buy, Type = OrderType.Limit, Lots = 1, Price = 0.01m, ClientId = "far",
                });
                if (run == quick)
                {
                    run.Engine.Cancel(id);
                }

                run.Run(0, run.Bars.Length);
            }

            Assert.Equal(quick.Events.Fills, slow.Events.Fills);
        }
    }
}
