using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Golden;
using OpenTrading.Simulation.Tests.Support;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Kernel.Tests.Backtesting.Support;

/// <summary>The golden cases that have golden metrics, run through the matching engine and written down as run records.</summary>
internal static class GoldenRecords
{
    private static readonly Lazy<PointBars> Hours =
        new(() => PointBars.From(Instruments.Eurusd, MarketFiles.Bars("EURUSD", Timeframe.H1), SpreadModel.None));

    private static readonly Instrument Yen = Instruments.Usdjpy with { SwapLong = -2.1m, SwapShort = 0.8m };

    private static readonly Lazy<PointBars> FourHours =
        new(() => PointBars.From(Yen, MarketFiles.Bars("USDJPY", Timeframe.H4), new FixedSpread(10)));

    private static readonly Lazy<RunRecord> W1Once = new(() => RunW1(Hours.Value.Count));
    private static readonly Lazy<RunRecord> CaseCOnce = new(RunCaseC);

    /// <summary>W1: sma-cross(10, 30), netting, one lot, a fee on the notional, no spread.</summary>
    public static RunRecord W1 => W1Once.Value;

    /// <summary>Case c: USDJPY with spread, commission, swap and stops.</summary>
    public static RunRecord CaseC => CaseCOnce.Value;

    /// <summary>The bars W1 runs on.</summary>
    public static PointBars W1Bars => Hours.Value;

    /// <summary>The bars case c runs on.</summary>
    public static PointBars CaseCBars => FourHours.Value;

    /// <summary>W1 on the first bars alone.</summary>
    public static RunRecord RunW1(int count)
    {
        PointBars bars = Hours.Value;
        var account = new AccountOptions { InitialCash = 1_000_000, Mode = AccountMode.Netting };
        var setup = new InstrumentSetup { Instrument = Instruments.Eurusd, Bars = bars, Commission = new Commission(NotionalFraction: 0.00007m) };
        var states = new CrossStates(10, 30);
        return Run(account, setup, count, (engine, i) =>
        {
            if (states.SignalAt(bars, i) is var signal and not 0)
            {
                engine.Place(new OrderTicket { Side = (OrderSide)signal, Lots = engine.Positions.Count == 0 ? 1 : 2 });
            }
        });
    }

    private static RunRecord RunCaseC()
    {
        PointBars bars = FourHours.Value;
        var setup = new InstrumentSetup { Instrument = Yen, Bars = bars, Commission = new Commission(3.5m) };
        var states = new CrossStates(20, 50);
        return Run(new AccountOptions { InitialCash = 100_000 }, setup, bars.Count, (engine, i) =>
        {
            if (states.SignalAt(bars, i) is not (var signal and not 0))
            {
                return;
            }

            if (engine.Positions.Count > 0)
            {
                engine.Close(engine.Positions[0].Id);
            }

            engine.Place(new OrderTicket { Side = (OrderSide)signal, Lots = 1, StopLossOffset = 1000 });
        });
    }

    private static RunRecord Run(AccountOptions account, InstrumentSetup setup, int count, Action<MatchingEngine, int> onBar)
    {
        var events = new Recorder();
        var engine = new MatchingEngine(account, new MatchingOptions(), [setup], events);
        var times = new long[count];
        var equity = new double[count];
        int barsInMarket = 0;
        for (int i = 0; i < count; i++)
        {
            engine.OnBar(0, i);
            times[i] = setup.Bars![i].Time;
            equity[i] = engine.Equity;
            barsInMarket += engine.Positions.Count > 0 ? 1 : 0;
            onBar(engine, i);
        }

        return new RunRecord
        {
            Currency = "USD",
            Curve = new EquityCurve((double)account.InitialCash, times, equity),
            FinalBalance = engine.Balance,
            Fills = events.Fills,
            Trades = events.Trades,
            BarsInMarket = barsInMarket,
            SwapAccrued = events.Swaps.Sum(s => s.Amount),
        };
    }
}
