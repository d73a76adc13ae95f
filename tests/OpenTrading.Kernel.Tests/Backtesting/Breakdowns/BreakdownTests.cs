using OpenTrading.Kernel.Backtesting.Breakdowns;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Tests.Backtesting.Breakdowns;

/// <summary>Parts of a run against its whole.</summary>
public sealed class BreakdownTests
{
    [Fact]
    public void PeriodResults_OfTheGoldenRun_AddUpToItsProfitAndTrades()
    {
        var summary = new RunSummary(GoldenRecords.W1);

        foreach (IReadOnlyList<PeriodResult> periods in (IReadOnlyList<PeriodResult>[])[PeriodResults.ByYear(summary), PeriodResults.ByMonth(summary)])
        {
            Assert.Equal(-69613.146550, periods.Sum(p => p.NetProfit), 1e-5);
            Assert.Equal(2827, periods.Sum(p => p.Trades));
            Assert.Equal(930386.853450, 1_000_000 * periods.Aggregate(1.0, (growth, p) => growth * (1 + (p.ReturnPct!.Value / 100))), 5.0);
        }

        Assert.Equal(["2007", "2008"], PeriodResults.ByYear(summary).Take(2).Select(p => p.Period));
        Assert.Equal(144, PeriodResults.ByMonth(summary).Count);
    }

    [Fact]
    public void PeriodResults_ByWeekday_HoldEveryTradeOnce()
    {
        IReadOnlyList<SimulatedTrade> trades = GoldenRecords.W1.Trades;

        IReadOnlyList<PeriodResult> days = PeriodResults.ByWeekday(trades);

        Assert.Equal(2827, days.Sum(d => d.Trades));
        Assert.Equal(trades.Sum(t => t.Net), days.Sum(d => d.NetProfit), 1e-5);
        Assert.Equal("Mon", days[0].Period);
    }

    [Fact]
    public void SideResult_OfBothSides_IsTheWhole()
    {
        IReadOnlyList<SimulatedTrade> trades = GoldenRecords.W1.Trades;

        var longs = SideResult.Of(trades, OrderSide.Buy);
        var shorts = SideResult.Of(trades, OrderSide.Sell);

        Assert.Equal(2827, longs.Trades + shorts.Trades);
        Assert.Equal(trades.Sum(t => t.Net), longs.NetProfit + shorts.NetProfit, 1e-5);
        Assert.Null(longs.AverageR);
    }

    [Fact]
    public void DrawdownSpan_OfTwoFalls_TellsTheDeeperFirstAndTheOpenOneWithoutEnd()
    {
        EquityCurve curve = Runs.Curve(100, 110, 99, 104, 110, 120, 90);

        IReadOnlyList<DrawdownSpan> spans = DrawdownSpan.Deepest(curve, 5);

        Assert.Equal(
            [
                new DrawdownSpan(Runs.Start.AddDays(4), Runs.Start.AddDays(5), null, 30, 25, 1),
                new DrawdownSpan(Runs.Start, Runs.Start.AddDays(1), Runs.Start.AddDays(3), 11, 10, 3),
            ],
            spans);
    }

    [Fact]
    public void DrawdownSpan_OfTheGoldenRun_BeginsWithItsMaximum() =>
        Assert.Equal(7.681516434, DrawdownSpan.Deepest(GoldenRecords.W1.Curve, 1)[0].DepthPct, 1e-5);

    [Fact]
    public void Streaks_OfWinsLossesAndNothing_AreCounted() =>
        Assert.Equal(new Streaks(2, 3, -1), Streaks.Of([.. new double[] { 1, 2, 0, -1, -2, -3, 4, -5 }.Select(gross => Runs.Trade(gross))]));

    [Fact]
    public void Streaks_OfTheGoldenRun_AreItsMetrics()
    {
        var streaks = Streaks.Of(GoldenRecords.W1.Trades);

        Assert.Equal((6, 15), (streaks.MaxWins, streaks.MaxLosses));
    }
}
