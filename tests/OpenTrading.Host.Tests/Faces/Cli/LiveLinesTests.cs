using OpenTrading.Host.Faces.Cli;
using OpenTrading.Host.Tests.Security;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Host.Tests.Faces.Cli;

public sealed class LiveLinesTests
{
    private static readonly DateTime Now = new(2026, 1, 5, 8, 30, 0, DateTimeKind.Utc);
    private static readonly BrokerSnapshot Flat = new(new AccountSnapshot("paper@sim", AccountKind.Simulated, "USD", AccountMode.Hedging, 10_000m, 10_000m, 0, 0, Now), [], []);
    private static readonly OrderIntent Buy = new()
    {
        Kind = OrderKind.Open, Symbol = "EURUSD", Side = OrderSide.Buy, Volume = 0.10m, StopLoss = 1.10444m, ReferencePrice = 1.1m, Proposer = "test", IdempotencyKey = "k",
    };

    [Fact]
    public void Status_BeforeTheFirstPrice_SaysSo() =>
        Assert.Equal("01-05 08:30  EURUSD (mt5) no price yet | equity 10,000.00 USD | flat", LiveLines.Status(Flat, "EURUSD", "mt5", null, killLevel: 0));

    [Fact]
    public void Status_PriceAndPosition_ShowsThem()
    {
        BrokerSnapshot held = Flat with { Positions = [new Position(1, "EURUSD", OrderSide.Sell, 0.2m, 1.10010m, Now, null, null)] };

        Assert.Equal(
            "01-05 08:30  EURUSD (mt5) 1.10000/1.10012 | equity 10,000.00 USD | sell 0.2 at 1.10010 | KILL 1",
            LiveLines.Status(held, "EURUSD", "mt5", new Quote("EURUSD", 1.10000m, 1.10012m, Now, "mt5"), killLevel: 1));
    }

    [Theory]
    [InlineData(true, true, ", stop 1.10444, target 1.12")]
    [InlineData(true, false, ", stop 1.10444")]
    [InlineData(false, true, ", target 1.12")]
    [InlineData(false, false, "")]
    public void Order_LevelsThatAreNotThere_AreLeftOut(bool hasStop, bool hasTarget, string levels)
    {
        var ledger = new OrderLedger(new MemoryJournal(), new ClientOrderIds("test"));
        Order order = ledger.Propose(Buy with { StopLoss = hasStop ? 1.10444m : null, TakeProfit = hasTarget ? 1.12m : null }, OrderClass.Entry, Now, out _);

        Assert.Equal($"order     {order.Id} open buy 0.10 EURUSD{levels}", LiveLines.Of(order));
    }
}
