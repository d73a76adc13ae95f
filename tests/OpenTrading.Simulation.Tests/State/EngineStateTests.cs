using System.Text.Json;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.State;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.State;

public class EngineStateTests
{
    private static readonly InstrumentSetup Swapped = new() { Instrument = Bench.Test with { SwapLong = -5 } };

    [Fact]
    public void Restore_AfterDaysOff_BooksTheRolloversThatPassed()
    {
        var restored = new Bench(setup: Swapped, state: Held());
        restored.BarsFrom(new DateTime(2024, 1, 12, 12, 0, 0, DateTimeKind.Utc));
        restored.Bar(100, 100, 100, 100, 0);

        // Monday, Tuesday, Wednesday (three nights), Thursday.
        Assert.Equal([1, 1, 3, 1], restored.Events.Swaps.Select(s => s.Nights));
        Assert.Equal(-0.05 * 6, restored.Engine.Positions[0].Swap, 1e-12);
    }

    [Fact]
    public void Restore_WorkingOrder_KeepsItsNumberNameAndLevels()
    {
        var restored = new Bench(setup: Swapped, state: Held());
        var order = Assert.Single(restored.Engine.Orders);

        Assert.Equal((2L, "mine", 99m, 95m, 5L), (order.Id, order.ClientId, order.Price, order.StopLoss, order.OcoGroup));
        Assert.Equal(3, restored.Market(OrderSide.Buy));
    }

    [Fact]
    public void Capture_WrittenAsJson_ReadsBackEqual()
    {
        var state = Held();

        var read = JsonSerializer.Deserialize<EngineState>(JsonSerializer.Serialize(state))!;

        Assert.Equal(state.Balance, read.Balance);
        Assert.Equal(state.Random, read.Random);
        Assert.Equal(state.Markets, read.Markets);
        Assert.Equal(state.Positions, read.Positions);
        Assert.Equal(state.Orders, read.Orders);
    }

    [Fact]
    public void Restore_StateThatDoesNotFit_Throws()
    {
        var state = Held();

        Assert.Throws<ArgumentException>(() => new Bench(state: state with { Markets = [] }));
        Assert.Throws<ArgumentException>(() => new Bench(state: state with { Markets = [new MarketState(default, 0, 0)] }));
    }

    [Fact]
    public void Constructor_ImpossibleTerms_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Bench(new AccountOptions { InitialCash = 1, Leverage = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Bench(options: new MatchingOptions { DelayBars = -1 }));
    }

    /// <summary>An account that on Monday noon holds one lot and one pending order.</summary>
    private static EngineState Held()
    {
        var bench = new Bench(setup: Swapped);
        bench.BarsFrom(new DateTime(2024, 1, 8, 11, 0, 0, DateTimeKind.Utc));
        bench.Bar(100, 100, 100, 100, 0);
        bench.Market(OrderSide.Buy);
        bench.Bar(100, 100, 100, 100, 0);
        bench.Engine.Place(new OrderTicket
        {
            Side = OrderSide.Buy, Type = OrderType.Limit, Lots = 1, Price = 99, StopLoss = 95, OcoGroup = 5, ClientId = "mine",
            Expiry = OrderExpiry.On(new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Utc)),
        });
        return bench.Engine.Capture();
    }
}
