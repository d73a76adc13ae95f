using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>The golden cases that a strategy can express, through the strategy contract, on both paths.</summary>
public class GoldenRunTests
{
    private static readonly Instrument Gold = new()
    {
        Symbol = "XAUUSD", Digits = 3, AssetClass = AssetClass.Metal, ContractSize = 100, BaseCurrency = "XAU", ProfitCurrency = "USD",
    };

    [ReferenceTheory("backtest")]
    [InlineData("w1_eurusd_h1", false)]
    [InlineData("w1_eurusd_h1", true)]
    [InlineData("a_w1_recorded_spread", false)]
    [InlineData("a_w1_recorded_spread", true)]
    public void Run_W1_MatchesReference(string name, bool general)
    {
        SpreadModel spread = name[0] == 'a' ? SpreadModel.Recorded : SpreadModel.None;
        BacktestSetup setup = RunBench.Setup(
            MarketFiles.Bars("EURUSD", Timeframe.H1),
            RunBench.Eurusd,
            new AccountOptions { InitialCash = 1_000_000, Mode = AccountMode.Netting },
            new CrossStrategy(10, 30),
            "units:100000",
            spread,
            costs => costs with { Commission = new Commission(NotionalFraction: 0.00007m) });

        AssertReference(name, setup, general);
    }

    [ReferenceTheory("backtest")]
    [InlineData("b_gbpusd_h4_brackets", IntrabarModel.Pessimistic, false)]
    [InlineData("b_gbpusd_h4_brackets", IntrabarModel.Pessimistic, true)]
    [InlineData("b2_gbpusd_h4_tight_pessimistic", IntrabarModel.Pessimistic, false)]
    [InlineData("b2_gbpusd_h4_tight_ohlcpath", IntrabarModel.OhlcPath, false)]
    [InlineData("b2_gbpusd_h4_tight_ohlcpath", IntrabarModel.OhlcPath, true)]
    public void Run_Brackets_MatchesReference(string name, IntrabarModel intrabar, bool general)
    {
        bool tight = name.StartsWith("b2", StringComparison.Ordinal);
        BacktestSetup setup = RunBench.Setup(
            MarketFiles.Bars("GBPUSD", Timeframe.H4),
            RunBench.Pair("GBP", "USD", 5),
            new AccountOptions { InitialCash = 100_000 },
            new CrossStrategy(10, 30, onlyWhenFlat: true, tight ? 150 : 500, tight ? 150 : 1000),
            spread: new FixedSpread(12));

        AssertReference(name, setup with { Matching = new MatchingOptions { Intrabar = intrabar } }, general);
    }

    [ReferenceTheory("backtest")]
    [InlineData("c_usdjpy_h4_costs_none", MoneyRounding.None, false)]
    [InlineData("c_usdjpy_h4_costs_none", MoneyRounding.None, true)]
    [InlineData("c_usdjpy_h4_costs_currency", MoneyRounding.Currency, false)]
    public void Run_CostsOnAForeignQuote_MatchesReference(string name, MoneyRounding rounding, bool general)
    {
        BacktestSetup setup = RunBench.Setup(
            MarketFiles.Bars("USDJPY", Timeframe.H4),
            RunBench.Pair("USD", "JPY", 3) with { SwapLong = -2.1m, SwapShort = 0.8m },
            new AccountOptions { InitialCash = 100_000, MoneyRounding = rounding },
            new CrossStrategy(20, 50, stop: 1000),
            spread: new FixedSpread(10),
            costs: costs => costs with { Commission = new Commission(3.5m) });

        AssertReference(name, setup, general);
    }

    [ReferenceTheory("backtest")]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_BreakoutWithTrailing_MatchesReference(bool general)
    {
        BacktestSetup setup = RunBench.Setup(
            MarketFiles.Bars("XAUUSD", Timeframe.H1),
            Gold,
            new AccountOptions { InitialCash = 100_000 },
            new BreakoutStrategy(),
            spread: SpreadModel.Recorded,
            costs: costs => costs with { Slippage = new FixedSlippage(20) });

        AssertReference("d_xauusd_h1_breakout_trailing", setup, general);
    }

    private static void AssertReference(string name, BacktestSetup setup, bool general)
    {
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Reference("backtest", $"{name}.json"))).RootElement.GetProperty("expected");

        BacktestResult result = new Backtest(setup, general).Run();

        Assert.Empty(result.Failed);
        Assert.Equal(expected.GetProperty("fills").GetInt32(), result.Record.Fills.Count);
        Assert.Equal(expected.GetProperty("closedTrades").GetInt32(), result.Record.Trades.Count);
        Assert.Equal(expected.GetProperty("orderListHash").GetString(), Backtest.HashOf(result.Record.Fills));
        Assert.Equal(expected.GetProperty("finalBalance").GetDouble(), result.Record.FinalBalance, 1e-6);
        Assert.Equal(expected.GetProperty("finalEquity").GetDouble(), result.Record.Curve.Final, 1e-6);
        Assert.Equal(expected.GetProperty("minEquity").GetDouble(), result.Record.Curve.Equity.ToArray().Min(), 1e-6);
        Assert.Equal(expected.GetProperty("maxEquity").GetDouble(), result.Record.Curve.Equity.ToArray().Max(), 1e-6);
        Assert.Equal(expected.GetProperty("swapAccrued").GetDouble(), result.Record.SwapAccrued, 1e-6);
    }
}
