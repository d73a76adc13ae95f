using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>What holds of every run, whatever the strategy does and the prices are.</summary>
public sealed class RunPropertyTests
{
    private const double Cash = 100_000;

    // A stop nearer than the spread is reached by its own entry; the rules then fill it at its level, which no quote of the bar had.
    private const double MostSpread = 0.00015;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Money_IsConserved(int seed)
    {
        BacktestResult result = Run(seed, Bars(seed), closeAtEnd: true);

        // Closed at the end, nothing is open: balance, equity, and what every trade brought are one and the same.
        Assert.Equal(Cash + result.Record.Trades.Sum(t => t.Net), result.Record.FinalBalance, 1e-6);
        Assert.Equal(result.Record.FinalBalance, result.Record.Curve.Final, 1e-6);
        Assert.Equal(0, result.Record.Fills.Sum(f => (int)f.Side * f.Steps));
        Assert.Equal(
            result.Record.Fills.Sum(f => f.GrossProfit - f.Commission + f.SwapRealised),
            result.Record.Trades.Sum(t => t.Net),
            1e-6);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fill_LiesInItsBar(int seed)
    {
        BarSeries bars = Bars(seed);

        foreach (SimulatedFill fill in Run(seed, bars).Record.Fills)
        {
            Bar bar = bars[bars.Times.BinarySearch(fill.Time.Ticks)];
            int spread = fill.Side == OrderSide.Buy ? Points(bar.Spread) : 0;
            int slipped = fill.SlippagePoints * (int)fill.Side;
            Assert.True(
                fill.PricePoints - slipped >= Points(bar.Low) + spread && fill.PricePoints - slipped <= Points(bar.High) + spread,
                $"{fill.Reason} {fill.Side} at {fill.PricePoints}, slipped {fill.SlippagePoints}, in a bar from {Points(bar.Low)} to {Points(bar.High)} with spread {spread}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Equity_IsBalanceAndFloatingProfit(int seed)
    {
        BarSeries bars = Bars(seed);
        BacktestResult result = Run(seed, bars);
        long net = 0;
        double cash = Cash;
        int next = 0;
        IReadOnlyList<SimulatedFill> fills = result.Record.Fills;
        for (int i = 0; i < bars.Count; i++)
        {
            for (; next < fills.Count && fills[next].Time.Ticks <= bars.Times[i]; next++)
            {
                // Money paid for what was bought, and got for what was sold: the account without any notion of positions.
                SimulatedFill fill = fills[next];
                net += (int)fill.Side * fill.Steps;
                cash -= ((int)fill.Side * (double)fill.Lots * 100_000 * fill.PricePoints / 100_000) + fill.Commission;
            }

            int bid = Points(bars.Close[i]);
            double mark = net >= 0 ? bid : bid + Points(bars.Spread[i]);
            Assert.Equal(cash + (net * 0.01 * 100_000 * mark / 100_000), result.Record.Curve.Equity[i], 1e-4);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Future_ChangedByNoise_ChangesNothingBefore(int seed)
    {
        BarSeries bars = Bars(seed);
        int cut = 100 + (seed * 5);

        BacktestResult whole = Run(seed, bars);
        BacktestResult other = Run(seed, NoisyFuture.Of(bars, cut, (ulong)seed));

        Assert.Equal(whole.Record.Curve.Equity[..cut].ToArray(), other.Record.Curve.Equity[..cut].ToArray());
        Assert.Equal(
            whole.Record.Fills.Where(f => f.Time < bars[cut].Time).Select(f => (f.Time, f.Side, f.PricePoints, f.Steps)),
            other.Record.Fills.Where(f => f.Time < bars[cut].Time).Select(f => (f.Time, f.Side, f.PricePoints, f.Steps)));
    }

    private static int Points(double price) => (int)Math.Floor((price * 100_000) + 0.5);

    private static BacktestResult Run(int seed, BarSeries bars, bool closeAtEnd = false)
    {
        var account = new AccountOptions { InitialCash = (decimal)Cash, Mode = AccountMode.Netting };
        BacktestSetup setup = RunBench.Setup(
            bars, RunBench.Eurusd, account, new RandomStrategy((ulong)seed), "lots:0.37", SpreadModel.Recorded,
            costs => costs with { Commission = new Commission(PerLot: 3.5m), Slippage = new FixedSlippage(seed % 4) });
        return new Backtest(setup with { CloseAtEnd = closeAtEnd }).Run();
    }

    private static BarSeries Bars(int seed)
    {
        var random = new Xoshiro256((ulong)seed);
        double price = 1.2;
        return BarSeries.From("EURUSD", Timeframe.H1, "file:EURUSD", [.. Enumerable.Range(0, 400).Select(i =>
        {
            double open = Math.Round(price, 5);
            double close = Math.Round(price += 0.002 * (random.NextDouble() - 0.5), 5);
            return new Bar(
                new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(i),
                open,
                Math.Round(Math.Max(open, close) + (0.001 * random.NextDouble()), 5),
                Math.Round(Math.Min(open, close) - (0.001 * random.NextDouble()), 5),
                close,
                100,
                Math.Round(MostSpread * random.NextDouble(), 5));
        })]);
    }
}
