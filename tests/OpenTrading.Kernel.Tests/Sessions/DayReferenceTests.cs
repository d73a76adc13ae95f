using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Sessions;

public class DayReferenceTests
{
    [Fact]
    public void OnBar_NewDay_TakesTheMoneyOfTheResetNotOfTheFirstOrder()
    {
        // Long 0.10 lots from the second bar on. The price falls 0.0100 on the first bar of the next day: a loss of 100 that belongs to that day.
        int hoursToMidnight = 24 - Scene.Now.Hour;
        double[] firstDay = [.. Enumerable.Repeat(1.1000, hoursToMidnight)];
        var bench = new SessionBench(AccountMode.Hedging, ("buyer", (context, bar) =>
        {
            if (bar == 0)
            {
                context.Buy("start");
            }
        }));

        bench.Run([.. firstDay, 1.0900, 1.0900]);

        string[] equities = [.. bench.Journal.Records.Where(r => r.Type == "day.reference").Select(r => r.Payload.GetProperty("equity").GetString()!)];
        Assert.Equal(["10000", "9999"], equities);
        Assert.Equal(9_899m, bench.Broker.Equity);
    }
}
