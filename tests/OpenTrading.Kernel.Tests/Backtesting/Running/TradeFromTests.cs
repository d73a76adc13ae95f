using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Fills;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>Bars that strategies see and may not trade on.</summary>
public sealed class TradeFromTests
{
    private const int First = 2000;
    private static readonly AccountOptions Account = new() { InitialCash = 1_000_000, Mode = AccountMode.Netting };

    [ReferenceTheory("backtest")]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_SignalsBeforeTradeFrom_DoNotCount(bool alwaysGeneral)
    {
        BarSeries bars = MarketFiles.Bars("EURUSD", Timeframe.H1);
        DateTime from = bars[First].Time;

        BacktestResult whole = new Backtest(Setup(bars), alwaysGeneral).Run();
        BacktestResult later = new Backtest(Setup(bars) with { TradeFrom = from }, alwaysGeneral).Run();

        // A signal on the first bar that counts fills on the next.
        SimulatedFill[] expected = [.. whole.Record.Fills.Where(f => f.Time > from)];
        Assert.Equal(expected.Select(f => (f.Time, f.Side, f.PricePoints)), later.Record.Fills.Select(f => (f.Time, f.Side, f.PricePoints)));

        // Flat at the beginning: the first entry opens, where the whole run turned a position around.
        Assert.Equal((FillReason.Reverse, FillReason.Open), (expected[0].Reason, later.Record.Fills[0].Reason));
        Assert.Equal(1_000_000, later.Record.Curve.Equity[First]);
    }

    private static BacktestSetup Setup(BarSeries bars) => RunBench.Setup(bars, RunBench.Eurusd, Account, new CrossStrategy(10, 30), "units:100000");
}
