using System.Text.Json;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Simulation.Tests.Golden;

/// <summary>The golden bar cases, fill by fill.</summary>
public class GoldenTests
{
    private static readonly Commission W1Fee = new(NotionalFraction: 0.00007m);

    [GoldenFact("w1_eurusd_h1.json", "EURUSD_H1.csv")]
    public void Run_W1_MatchesReference()
    {
        var run = W1(SpreadModel.None, SlippageModel.None);

        new GoldenCase("w1_eurusd_h1").AssertEqual(run);
        Assert.Equal("8c8182874c2c2cb415ae311c36c4b75ecf29a82b83bfe0e8b42b36d2774aae9b", run.Events.Hash());
        Assert.Equal(930386.853450, run.Engine.Equity, 1e-6);
    }

    [GoldenFact("metrics.json", "EURUSD_H1.csv")]
    public void Run_W1_TradesCarryTheirExtremes()
    {
        var run = W1(SpreadModel.None, SlippageModel.None);

        Assert.Equal(-453.822073, run.Events.Trades.Average(t => t.AdversePoints), 1e-6);
        Assert.Equal(690.010258, run.Events.Trades.Average(t => t.FavourablePoints), 1e-6);
        Assert.Equal(-24.644899, run.Events.Trades.Average(t => t.Net), 1e-6);
        Assert.Equal(730130665.000000, run.Events.Fills.Sum(f => f.Notional), 1e-4);
        Assert.Equal(0.999476081, run.BarsInMarket / 74439.0, 1e-9);
    }

    [GoldenFact("a_w1_recorded_spread.json", "EURUSD_H1.csv")]
    public void Run_RecordedSpread_MatchesReference() =>
        new GoldenCase("a_w1_recorded_spread").AssertEqual(W1(SpreadModel.Recorded, SlippageModel.None));

    [GoldenTheory("cost_models_w1.json", "EURUSD_H1.csv")]
    [InlineData("fixed3points")]
    [InlineData("random0to5_seed12345")]
    [InlineData("volatility0.1ATR14")]
    [InlineData("medianByHourSpread")]
    public void Run_CostModel_MatchesReference(string name)
    {
        var root = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Reference("backtest", "cost_models_w1.json"))).RootElement;
        var median = MedianByHourSpread.Of(Instruments.Eurusd, MarketFiles.Bars("EURUSD", Timeframe.H1));
        var run = name switch
        {
            "fixed3points" => W1(SpreadModel.None, new FixedSlippage(3)),
            "random0to5_seed12345" => W1(SpreadModel.None, new RandomSlippage(0, 5), seed: 12345),
            "volatility0.1ATR14" => W1(SpreadModel.None, new VolatilitySlippage(0.1)),
            _ => W1(median, SlippageModel.None),
        };

        GoldenCase.AssertTotals(root.GetProperty(name), run);
        Assert.Equal(
            root.GetProperty("medianSpreadPointsByUtcHour").EnumerateObject().Select(h => h.Value.GetInt32()),
            median.ByHour);
    }

    [GoldenTheory("b_gbpusd_h4_brackets.json", "GBPUSD_H4.csv")]
    [InlineData("b_gbpusd_h4_brackets", IntrabarModel.Pessimistic)]
    [InlineData("b2_gbpusd_h4_tight_pessimistic", IntrabarModel.Pessimistic)]
    [InlineData("b2_gbpusd_h4_tight_ohlcpath", IntrabarModel.OhlcPath)]
    public void Run_Brackets_MatchesReference(string name, IntrabarModel intrabar)
    {
        var golden = new GoldenCase(name);
        var bars = PointBars.From(Instruments.Gbpusd, MarketFiles.Bars("GBPUSD", Timeframe.H4), new FixedSpread(12));
        var run = new GoldenRun(
            new AccountOptions { InitialCash = 100_000 },
            new InstrumentSetup { Instrument = Instruments.Gbpusd, Bars = bars },
            new MatchingOptions { Intrabar = intrabar });
        var states = new CrossStates(10, 30);

        run.Run(i =>
        {
            int signal = states.SignalAt(bars, i);
            if (signal != 0 && run.Engine.Positions.Count == 0)
            {
                run.Engine.Place(new OrderTicket
                {
                    Side = (OrderSide)signal,
                    Lots = 1,
                    StopLossOffset = golden.Parameters.GetProperty("slPoints").GetInt32(),
                    TakeProfitOffset = golden.Parameters.GetProperty("tpPoints").GetInt32(),
                });
            }
        });

        golden.AssertEqual(run);
        Assert.Equal(golden.Expected.GetProperty("exitBarsHoldingBothLevels").GetInt32(), run.Events.Trades.Count(t => t.IsAmbiguous));
    }

    [GoldenTheory("c_usdjpy_h4_costs_none.json", "USDJPY_H4.csv")]
    [InlineData("c_usdjpy_h4_costs_none", MoneyRounding.None)]
    [InlineData("c_usdjpy_h4_costs_currency", MoneyRounding.Currency)]
    public void Run_CostsOnAForeignQuote_MatchesReference(string name, MoneyRounding rounding)
    {
        var run = UsdJpy(rounding);

        new GoldenCase(name).AssertEqual(run);
    }

    [GoldenFact("metrics.json", "USDJPY_H4.csv")]
    public void Run_CaseC_TradesCarryRiskAndExtremes()
    {
        var trades = UsdJpy(MoneyRounding.None).Events.Trades;

        Assert.Equal(-0.087473598, trades.Average(t => t.Net / t.InitialRisk!.Value), 1e-9);
        Assert.Equal(-659.191489, trades.Average(t => t.AdversePoints), 1e-6);
        Assert.Equal(1173.696049, trades.Average(t => t.FavourablePoints), 1e-6);
        Assert.Equal(-79.464135, trades.Average(t => t.Net), 1e-6);
    }

    [GoldenFact("d_xauusd_h1_breakout_trailing.json", "XAUUSD_H1.csv")]
    public void Run_BreakoutWithTrailing_MatchesReference()
    {
        var bars = PointBars.From(Instruments.Xauusd, MarketFiles.Bars("XAUUSD", Timeframe.H1), SpreadModel.Recorded);
        var run = new GoldenRun(
            new AccountOptions { InitialCash = 100_000 },
            new InstrumentSetup { Instrument = Instruments.Xauusd, Bars = bars, Slippage = new FixedSlippage(20) });
        var strategy = new BreakoutStrategy(run.Engine, bars);

        run.Run(strategy.OnBar);

        new GoldenCase("d_xauusd_h1_breakout_trailing").AssertEqual(run);
    }

    [GoldenTheory("f_orders_netting.json", "EURUSD_H1.csv")]
    [InlineData("f_orders_netting", AccountMode.Netting)]
    [InlineData("f_orders_hedging", AccountMode.Hedging)]
    public void Run_OrderList_MatchesReference(string name, AccountMode mode)
    {
        var golden = new GoldenCase(name);
        var instrument = Instruments.Eurusd with { SwapLong = -6.5m, SwapShort = 1.2m };
        var bars = PointBars.From(instrument, MarketFiles.Bars("EURUSD", Timeframe.H1, 12_000), SpreadModel.Recorded);
        var run = new GoldenRun(
            new AccountOptions { InitialCash = 50_000, Mode = mode },
            new InstrumentSetup { Instrument = instrument, Bars = bars, Commission = new Commission(3.5m) });
        var orders = golden.Parameters.GetProperty("orders").EnumerateArray().ToDictionary(o => o.GetProperty("n").GetInt32());

        run.Run(i =>
        {
            foreach (var order in orders.Values.Where(o => o.GetProperty("signalBar").GetInt32() == i))
            {
                Place(run, orders, order, mode);
            }
        });

        golden.AssertEqual(run);
    }

    private static void Place(GoldenRun run, Dictionary<int, JsonElement> orders, JsonElement order, AccountMode mode)
    {
        decimal lots = order.GetProperty("lots").GetDecimal();
        bool closes = order.GetProperty("action").GetString() == "close";
        if (closes && mode == AccountMode.Hedging)
        {
            // Orders are placed one by one, so the n-th order of the list is the engine's order n.
            long opener = order.GetProperty("target").GetInt64();
            run.Engine.Close(run.Events.Fills.Single(f => f.OrderId == opener).PositionId, lots);
            return;
        }

        string side = closes
            ? orders[order.GetProperty("target").GetInt32()].GetProperty("side").GetString() == "B" ? "S" : "B"
            : order.GetProperty("side").GetString()!;
        run.Engine.Place(new OrderTicket { Side = side == "B" ? OrderSide.Buy : OrderSide.Sell, Lots = lots });
    }

    private static GoldenRun W1(SpreadModel spread, SlippageModel slippage, ulong seed = 0)
    {
        var bars = PointBars.From(Instruments.Eurusd, MarketFiles.Bars("EURUSD", Timeframe.H1), spread);
        return new GoldenRun(
            new AccountOptions { InitialCash = 1_000_000, Mode = AccountMode.Netting },
            new InstrumentSetup { Instrument = Instruments.Eurusd, Bars = bars, Commission = W1Fee, Slippage = slippage },
            new MatchingOptions { Seed = seed }).RunReversal(10, 30);
    }

    private static GoldenRun UsdJpy(MoneyRounding rounding)
    {
        var instrument = Instruments.Usdjpy with { SwapLong = -2.1m, SwapShort = 0.8m };
        var bars = PointBars.From(instrument, MarketFiles.Bars("USDJPY", Timeframe.H4), new FixedSpread(10));
        var run = new GoldenRun(
            new AccountOptions { InitialCash = 100_000, MoneyRounding = rounding },
            new InstrumentSetup { Instrument = instrument, Bars = bars, Commission = new Commission(3.5m) });
        var states = new CrossStates(20, 50);
        return run.Run(i =>
        {
            if (states.SignalAt(bars, i) is not (var signal and not 0))
            {
                return;
            }

            if (run.Engine.Positions.Count > 0)
            {
                run.Engine.Close(run.Engine.Positions[0].Id);
            }

            run.Engine.Place(new OrderTicket { Side = (OrderSide)signal, Lots = 1, StopLossOffset = 1000 });
        });
    }
}
