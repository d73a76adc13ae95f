using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Trades;

public sealed class TradeBookTests : IDisposable
{
    private readonly TradeJournal _journal = new();

    private IReadOnlyList<ClosedTrade> Trades => _journal.Trades.Newest;

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void Apply_OpenedAndClosed_IsOneTradeWithItsMoneyRiskAndPlan()
    {
        _journal.Winner();

        ClosedTrade trade = Assert.Single(Trades);
        Assert.Equal((OrderSide.Buy, 0.38m, 1.08502m, 1.08950m, "tp"), (trade.Side, trade.Lots, trade.Entry, trade.Exit, trade.ExitReason));
        Assert.Equal((170.24m, -3.16m, 167.08m), (trade.Profit, trade.Costs, trade.Net));
        Assert.Equal((95.76m, 1.7448m), (trade.Risk, trade.R));
        Assert.Equal(TimeSpan.FromHours(1), trade.ClosedAt - trade.OpenedAt);
        Assert.Equal(("sma", 1.08500m, 1.08250m, "why o-1"), (trade.StrategyId, trade.Plan!.ReferencePrice, trade.Plan.StopLoss, trade.Plan.Reason));
    }

    [Fact]
    public void Apply_ClosedInParts_IsATradeAPartWithItsShareOfTheCosts()
    {
        _journal.Deal(null, "sell", 1.00m, 1.10000m, "3", 1.00m, commission: -4m, stop: 1.10200m);
        _journal.Deal(null, "buy", 0.40m, 1.09900m, "3", 0.60m, closed: 0.40m, profit: 40m, commission: -1.6m, swap: -1m, reason: "close", entry: 1.10000m);
        _journal.Deal(null, "buy", 0.60m, 1.10200m, "3", 0, closed: 0.60m, profit: -120m, commission: -2.4m, swap: -1.5m, reason: "sl");

        Assert.Equal([(0.60m, -6.3m, -126.3m, -1.0525m), (0.40m, -4.2m, 35.8m, 0.4475m)], Trades.Select(t => (t.Lots, t.Costs, t.Net, t.R!.Value)));
    }

    [Fact]
    public void Apply_NettedPositionTurnedRound_ClosesTheOldOneAndOpensTheNew()
    {
        _journal.Deal(null, "buy", 0.10m, 1.10000m, "5", 0.10m);
        _journal.Deal(null, "sell", 0.30m, 1.10100m, "6", 0.20m, closed: 0.10m, profit: 10m, commission: -0.6m, reason: "reverse");
        _journal.Deal(null, "buy", 0.20m, 1.10000m, "6", 0, closed: 0.20m, profit: 20m, reason: "close");

        Assert.Equal(
            [(6L, OrderSide.Sell, 0.20m, 1.10100m, 20m, -0.4m), (5L, OrderSide.Buy, 0.10m, 1.10000m, 10m, -0.2m)],
            Trades.Select(t => (t.Position, t.Side, t.Lots, t.Entry, t.Profit, t.Costs)));
    }

    [Fact]
    public void Apply_PositionEnlarged_HasTheAverageEntryAndBothCommissions()
    {
        _journal.Deal(null, "buy", 0.10m, 1.10000m, "7", 0.10m, commission: -1m, stop: 1.09000m);
        _journal.Deal(null, "buy", 0.10m, 1.10200m, "7", 0.20m, commission: -1m, entry: 1.10100m);
        _journal.Deal(null, "sell", 0.20m, 1.10300m, "7", 0, closed: 0.20m, profit: 40m, reason: "close");

        ClosedTrade trade = Assert.Single(Trades);
        Assert.Equal((1.10100m, 0.20m, -2m, 220m), (trade.Entry, trade.Lots, trade.Costs, trade.Risk));
    }

    [Theory]
    [InlineData("EURUSD", 20.0, 0.0)]
    [InlineData("USDJPY", null, null)]
    public void Apply_ClosedWhereItWasOpened_RiskComesFromTheInstrumentOrIsUnknown(string symbol, double? risk, double? r)
    {
        _journal.Deal(null, "buy", 0.10m, 1.10000m, "8", 0.10m, stop: 1.09800m, symbol: symbol);
        _journal.Deal(null, "sell", 0.10m, 1.10000m, "8", 0, closed: 0.10m, reason: "sl", symbol: symbol);

        Assert.Equal(((decimal?)risk, (decimal?)r), (Trades[0].Risk, Trades[0].R));
    }

    [Fact]
    public void Apply_WithoutAStop_HasNoRiskAndNoR()
    {
        _journal.Deal(null, "buy", 0.10m, 1.10000m, "9", 0.10m);
        _journal.Deal(null, "sell", 0.10m, 1.10100m, "9", 0, closed: 0.10m, profit: 10m, reason: "close");

        Assert.Equal((null, null), (Trades[0].Risk, Trades[0].R));
    }

    [Fact]
    public void Apply_ChangesTheGateRefused_AreBreachesOfTheTrade()
    {
        _journal.Deal(null, "buy", 0.10m, 1.10000m, "9", 0.10m, stop: 1.09800m);
        _journal.Propose("o-7", 1.1m, 1.08m, position: "9");
        _journal.Reject("o-7", "sl_no_widen");
        _journal.Propose("o-8", 1.1m, 1.08m);
        _journal.Reject("o-8", "spread_max");
        _journal.Deal(null, "sell", 0.10m, 1.10100m, "9", 0, closed: 0.10m, profit: 10m, reason: "close");

        Assert.Equal([new RuleBreach("sl_no_widen", "sl_no_widen: no")], Trades[0].Breaches);
    }

    [Fact]
    public void Newest_ReadAgainFromTheJournal_IsTheSameToTheId()
    {
        _journal.Winner();
        _journal.Loser();
        ClosedTrade[] before = [.. Trades];

        _journal.Restart();

        Assert.Equal(before.Select(t => t with { Breaches = [] }), Trades.Select(t => t with { Breaches = [] }));
        Assert.All(before, t => Assert.Matches("^ppt_[0-9A-HJKMNP-TV-Z]{26}$", t.TradeId));
        Assert.Equal(2, before.Select(t => t.TradeId).Distinct().Count());
    }

    [Fact]
    public void Newest_MoreThanItHolds_KeepsTheNewest()
    {
        using var small = new TradeJournal(capacity: 2);
        small.Winner(order: "o-1", position: "1");
        small.Winner(order: "o-2", position: "2");
        small.Loser(order: "o-3", position: "3");

        Assert.Equal([3L, 2L], small.Trades.Newest.Select(t => t.Position));
    }
}
