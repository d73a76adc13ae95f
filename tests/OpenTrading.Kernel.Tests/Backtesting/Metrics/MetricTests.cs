using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Tests.Backtesting.Support;

namespace OpenTrading.Kernel.Tests.Backtesting.Metrics;

public class MetricTests
{
    [Fact]
    public void Ends_WeekendAndMonday_AreOneDay()
    {
        // A Friday, then Saturday, Monday, Tuesday and Wednesday, three bars each.
        var friday = new DateTime(2024, 1, 5, 0, 0, 0, DateTimeKind.Utc);
        long[] times = [.. new[] { 0, 1, 3, 4, 5 }.SelectMany(day => new[] { 0, 12, 23 }.Select(hour => friday.AddDays(day).AddHours(hour).Ticks))];

        Assert.Equal([2, 8, 11, 14], DailyReturns.Ends(times));
        Assert.Equal([5], DailyReturns.Ends(times.AsSpan(3, 6)));
        Assert.Empty(DailyReturns.Ends([]));
    }

    [Fact]
    public void Catalog_KeysAreUnique() =>
        Assert.Equal(MetricCatalog.All.Count, MetricCatalog.All.Select(m => m.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Named_Mistyped_NamesTheNearest()
    {
        var thrown = Assert.Throws<ArgumentException>(() => MetricCatalog.Named("sharp"));

        Assert.Contains("Did you mean 'sharpe'?", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_WithoutBars_HasNoInfinityAndNothingToThrow()
    {
        var summary = new RunSummary(Runs.Run(Runs.Curve(1000)));

        Assert.All(MetricCatalog.All, m => Assert.False(double.IsInfinity(m.Of(summary)), m.Key));
        Assert.Equal(1000, summary.Profit.FinalEquity);
        Assert.Equal(0, summary.Profit.NetProfit);
        Assert.True(double.IsNaN(summary.Profit.Cagr));
        Assert.True(double.IsNaN(summary.Daily.ValueAtRisk95));
    }

    [Fact]
    public void Summary_OfOneBar_LeavesRatiosUndefined()
    {
        var summary = new RunSummary(Runs.Run(Runs.Curve(1000, 1010)));

        Assert.All(MetricCatalog.All, m => Assert.False(double.IsInfinity(m.Of(summary)), m.Key));
        Assert.Equal(10, summary.Profit.NetProfit);
        Assert.Equal(0.01, summary.Daily.Mean, 1e-15);
        Assert.True(double.IsNaN(summary.Daily.Sharpe));
        Assert.True(double.IsNaN(summary.Profit.BarsPerYear));
    }

    [Fact]
    public void Summary_WithoutTrades_LeavesTradeRatiosUndefined()
    {
        var trades = TradeMetrics.Of([]);

        Assert.Equal((0, 0, 0, 0, 0), (trades.Closed, trades.Winners, trades.Losers, trades.MaxConsecutiveWins, trades.MaxConsecutiveLosses));
        Assert.All(
            [trades.WinRate, trades.ProfitFactor, trades.Expectancy, trades.AverageWin, trades.AverageLoss, trades.PayoffRatio, trades.LargestWin, trades.Sqn],
            value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Trades_ZeroBreaksARun()
    {
        var trades = TradeMetrics.Of([Runs.Trade(5), Runs.Trade(5), Runs.Trade(0), Runs.Trade(5), Runs.Trade(-2), Runs.Trade(0), Runs.Trade(-3)]);

        Assert.Equal((7, 3, 2, 2, 1), (trades.Closed, trades.Winners, trades.Losers, trades.MaxConsecutiveWins, trades.MaxConsecutiveLosses));
        Assert.Equal(3.0, trades.ProfitFactor);
        Assert.Equal(2.0, trades.PayoffRatio);
        Assert.Equal((5, -3), (trades.LargestWin, trades.LargestLoss));
    }

    [Fact]
    public void Trades_AllOfOneResult_HaveNoQualityNumber() => Assert.True(double.IsNaN(TradeMetrics.Of([Runs.Trade(5), Runs.Trade(5)]).Sqn));

    [Fact]
    public void Risk_CountsTradesWithAStopAlone()
    {
        var risk = RiskMetrics.Of([Runs.Trade(50, risk: 100), Runs.Trade(-100, risk: 100), Runs.Trade(10), Runs.Trade(10, risk: 0)]);

        Assert.Equal(2, risk.Trades);
        Assert.Equal(-0.25, risk.AverageR);
    }

    [Fact]
    public void Drawdown_OfARisingCurve_IsNothing()
    {
        var drawdown = DrawdownMetrics.Of(Runs.Curve(100, 100, 101, 101, 105));

        Assert.Equal((0, 0, 0, 0, 0), (drawdown.MaxDrawdown, drawdown.MaxDrawdownPct, drawdown.LongestDays, drawdown.LongestBars, drawdown.UlcerIndex));
    }

    [Fact]
    public void Drawdown_DeepestInMoneyAndInPercent_MayBeDifferentFalls()
    {
        var drawdown = DrawdownMetrics.Of(Runs.Curve(100, 80, 100, 1000, 900, 1000));

        Assert.Equal(100, drawdown.MaxDrawdown);
        Assert.Equal(20, drawdown.MaxDrawdownPct);
        Assert.Equal((2, 2), (drawdown.LongestDays, drawdown.LongestBars));
        Assert.Equal(Math.Sqrt(((20 * 20) + (10 * 10)) / 5.0), drawdown.UlcerIndex, 1e-12);
    }

    [Fact]
    public void Drawdown_NeverReachedAgain_LastsToTheEnd()
    {
        var drawdown = DrawdownMetrics.Of(Runs.Curve(100, 99, 98, 97, 96));

        // The peak is the initial cash: it counts from the first bar.
        Assert.Equal((3, 3), (drawdown.LongestDays, drawdown.LongestBars));
        Assert.Equal(4, drawdown.MaxDrawdown);
    }

    [Fact]
    public void Days_Weekend_CountsToMonday()
    {
        // Monday to Sunday.
        var days = DailyReturns.Of(Runs.Curve(100, 101, 102, 103, 104, 105, 106, 107));

        Assert.Equal([8, 9, 10, 11, 12, 15], days.Select(d => d.Day.Day));
        Assert.Equal(107, days[^1].Equity);
        Assert.Equal((107.0 / 105) - 1, days[^1].Return);
    }

    [Fact]
    public void Sharpe_SubtractsTheRiskFreeRateADay()
    {
        var days = DailyReturns.Of(Runs.Curve(100, 101, 102, 101, 104, 105));

        DailyMetrics free = DailyMetrics.Of(days, 0);
        DailyMetrics paid = DailyMetrics.Of(days, 0.0252);

        Assert.Equal(free.Sharpe - (0.0001 / free.Deviation * Math.Sqrt(252)), paid.Sharpe, 1e-9);
        Assert.True(paid.Sortino < free.Sortino);
    }

    [Fact]
    public void Cagr_AfterRuin_IsUndefined() => Assert.True(double.IsNaN(ProfitMetrics.Of(Runs.Curve(100, 50, -10)).Cagr));

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(36, 1)]
    [InlineData(500, 2)]
    public void BarAt_TakesTheBarThatIsOpen(int hours, int expected) => Assert.Equal(expected, Runs.Curve(1, 1, 1, 1).BarAt(Runs.Start.AddHours(hours)));
}
