using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Accounts;

public class NettingTests
{
    private readonly Bench _bench = new(
        new AccountOptions { InitialCash = 10_000, Mode = AccountMode.Netting, Leverage = 10 },
        setup: new InstrumentSetup { Instrument = Bench.Test, Commission = new Commission(PerLot: 1) });

    [Fact]
    public void Add_SameDirection_AveragesTheEntryAndReplacesCarriedLevels()
    {
        Trade(OrderSide.Buy, 1, 100, stopLoss: 90, takeProfit: 120);
        Trade(OrderSide.Buy, 2, 101, stopLoss: 95);

        var position = Assert.Single(_bench.Engine.Positions);
        Assert.Equal(302m / 3, position.EntryPrice, 20);
        Assert.Equal((95m, 120m), (position.StopLoss, position.TakeProfit));
        Assert.Equal(3, position.EntryCommission, 1e-12);
        Assert.Equal(30.2, position.Margin, 1e-9);
    }

    [Fact]
    public void Reduce_OppositeDirection_RealisesAtTheAverageAndFreesMargin()
    {
        Trade(OrderSide.Buy, 1, 100);
        Trade(OrderSide.Buy, 3, 102);
        Trade(OrderSide.Sell, 1, 103);

        var trade = Assert.Single(_bench.Events.Trades);
        Assert.Equal((1.5, 1.0, 1.0), (trade.GrossProfit, trade.EntryCommission, trade.ExitCommission));
        Assert.Equal((101.5m, 3m), (_bench.Engine.Positions[0].EntryPrice, _bench.Engine.Positions[0].Lots));
        Assert.Equal(40.6 * 3 / 4, _bench.Engine.UsedMargin, 1e-9);
        Assert.Equal(FillReason.Close, _bench.Events.Fills[^1].Reason);
    }

    [Fact]
    public void Reverse_LargerOpposite_SplitsTheCommissionByVolume()
    {
        Trade(OrderSide.Buy, 2, 100, stopLoss: 90);
        Trade(OrderSide.Sell, 6, 103);

        var fill = _bench.Events.Fills[^1];
        Assert.Equal((FillReason.Reverse, 6m, 2L, 2L, 6.0, 6.0), (fill.Reason, fill.Lots, fill.PositionId, fill.ClosedSteps, fill.GrossProfit, fill.Commission));
        Assert.Equal(2, _bench.Events.Trades[0].ExitCommission, 1e-12);
        var position = Assert.Single(_bench.Engine.Positions);
        Assert.Equal((OrderSide.Sell, 4m, 103m, null), (position.Side, position.Lots, position.EntryPrice, position.StopLoss));
        Assert.Equal(4, position.EntryCommission, 1e-12);
        Assert.Equal(10_000 + 6 - 8, _bench.Engine.Balance, 1e-9);
    }

    [Fact]
    public void Reverse_MarginForTheRestOnly_IsAccepted()
    {
        Trade(OrderSide.Buy, 900, 100);
        Trade(OrderSide.Sell, 1700, 100);
        Assert.Equal(800, _bench.Engine.Positions[0].Lots);
        Trade(OrderSide.Buy, 1800, 100);

        Assert.Equal(RejectionReason.Margin, Assert.Single(_bench.Events.Rejections).Reason);
    }

    [Fact]
    public void Reduce_ByAPendingOrder_ReportsAClose()
    {
        Trade(OrderSide.Buy, 5, 100);
        _bench.Engine.Place(new OrderTicket { Side = OrderSide.Sell, Type = OrderType.Limit, Lots = 2, Price = 101 });
        _bench.Bar(100, 102, 100, 100, 0);

        Assert.Equal("S 2 101.00 close", _bench.Fills()[^1]);
    }

    private void Trade(OrderSide side, decimal lots, double price, decimal? stopLoss = null, decimal? takeProfit = null)
    {
        _bench.Bar(price, price, price, price, 0);
        _bench.Market(side, lots, stopLoss, takeProfit);
        _bench.Bar(price, price, price, price, 0);
    }
}
