using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Tests.Sessions;

public class UnheardSessionTests
{
    [Fact]
    public void OnBar_NobodyListensToItsOrders_TheyGoOutAllTheSame()
    {
        using var folder = new TestFolder();
        using var home = new PaperHome(folder.Root, null, ScriptedStrategy.Named("buyer", (context, bar) =>
        {
            if (bar == 0)
            {
                context.Buy("test", confidence: 0.6, stop: Level.Points(250));
            }
        }));

        home.Bar(1.08490);

        Assert.Equal(0.10m, home.Position.Volume);
    }
}
