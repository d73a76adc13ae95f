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
    private static readonly Lazy<RunRecord> W1Once = new(() => RunW1(int.MaxValue));
    private static readonly Lazy<RunRecord> CaseCOnce = new(RunCaseC);

    /// <summary>W1: sma-cross(10, 30), netting, one lot, a fee on the notional, no spread.</summary>
    public static RunRecord W1 => W1Once.Value;

    /// <summary>Case c: USDJPY with spread, commission, swap and stops.</summary>
    public static RunRecord CaseC => CaseCOnce.Value;

    /// <summary>W1 on the first bars alone.</summary>
    public static RunRecord RunW1(int count)
    {
        var bars = PointBars.From(Instruments.Eurusd, MarketFiles.Bars("EURUSD", Timeframe.H1, count), SpreadModel.None);
        var run = new GoldenRun(
            new AccountOptions { InitialCash = 1_000_000, Mode = AccountMode.Netting },
            new InstrumentSetup { Instrument = Instruments.Eurusd, Bars = bars, Commission = new Commission(NotionalFraction: 0.00007m) });
        var states = new CrossStates(10, 30);
        return Record(run, bars, 1_000_000, i =>
        {
            if (states.SignalAt(bars, i) is var signal and not 0)
            {
                run.Engine.Place(new OrderTicket { Side = (OrderSide)signal, Lots = run.Engine.Positions.Count == 0 ? 1 : 2 });
            }
        });
    }

    private static RunRecord RunCaseC()
    {
        var instrument = Instruments.Usdjpy with { SwapLong = -2.1m, SwapShort = 0.8m };
        var bars = PointBars.From(instrument, MarketFiles.Bars("USDJPY", Timeframe.H4), new FixedSpread(10));
        var run = new GoldenRun(
            new AccountOptions { InitialCash = 100_000 },
            new InstrumentSetup { Instrument = instrument, Bars = bars, Commission = new Commission(3.5m) });
        var states = new CrossStates(20, 50);
        return Record(run, bars, 100_000, i =>
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

    private static RunRecord Record(GoldenRun run, PointBars bars, double cash, Action<int> onBar)
    {
        var equity = new double[bars.Count];
        run.Run(i =>
        {
            equity[i] = run.Engine.Equity;
            onBar(i);
        });
        long[] times = [.. Enumerable.Range(0, bars.Count).Select(i => bars[i].Time)];
        return new RunRecord
        {
            Currency = "USD",
            Curve = new EquityCurve(cash, times, equity),
            FinalBalance = run.Engine.Balance,
            Fills = run.Events.Fills,
            Trades = run.Events.Trades,
            BarsInMarket = run.BarsInMarket,
            SwapAccrued = run.Events.Swaps.Sum(s => s.Amount),
        };
    }
}
