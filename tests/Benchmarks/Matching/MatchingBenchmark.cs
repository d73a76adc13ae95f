using OpenTrading.Benchmarks.Harness;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Benchmarks.Matching;

/// <summary>The matching engine turning around at every cross of two means over a million minutes, beside a bare loop that counts the same money.</summary>
internal sealed class MatchingBenchmark : IBenchmark
{
    private const int Bars = 1_000_000;
    private const int Runs = 15;
    private const int Fast = 10;
    private const int Slow = 30;
    private const decimal Cash = 1_000_000;
    private const double Fee = 0.00007;

    public string Name => "matching";

    public void Run(Report report)
    {
        var key = new SeriesKey("EURUSD", Timeframe.M1);
        using var workspace = new Workspace();
        workspace.Import(workspace.MinuteFile(Bars), key);
        var bars = PointBars.From(workspace.Configuration.Instruments[key.Symbol], workspace.Store.ReadBars(key), SpreadModel.None);
        double engine = 0;
        double loop = 0;
        Lap[] engines = Lap.Repeat(Runs, () => engine = Engine(bars));
        Lap[] loops = Lap.Repeat(Runs, () => loop = Loop(bars));
        if (Math.Abs(engine - loop) > 0.01)
        {
            throw new InvalidOperationException($"The engine ends with {engine}, the loop with {loop}: they do not do the same.");
        }

        report.Add("matching: engine, a million bars", "ms", engines.Skip(Runs / 3).Select(l => l.Wall.TotalMilliseconds));
        report.Add("matching: bare loop of the same", "ms", loops.Skip(Runs / 3).Select(l => l.Wall.TotalMilliseconds));
    }

    private static double Engine(PointBars bars)
    {
        Instrument instrument = bars.Instrument with { CommissionPerLot = 0, SwapLong = 0, SwapShort = 0 };
        var account = new AccountOptions { InitialCash = Cash, Mode = AccountMode.Netting };
        var setup = new InstrumentSetup { Instrument = instrument, Bars = bars, Commission = new Commission(NotionalFraction: (decimal)Fee) };
        var engine = new MatchingEngine(account, new MatchingOptions(), [setup], new Silence());
        var cross = new Cross();
        for (int i = 0; i < bars.Count; i++)
        {
            engine.OnBar(0, i);
            if (cross.Next(bars.Close, i) is var side and not 0)
            {
                engine.Place(new OrderTicket { Side = (OrderSide)side, Lots = engine.Positions.Count == 0 ? 1 : 2 });
            }
        }

        return engine.Equity;
    }

    private static double Loop(PointBars bars)
    {
        const double units = 100_000;
        double point = (double)bars.Instrument.Point;
        double balance = (double)Cash;
        int position = 0;
        int entry = 0;
        int wanted = 0;
        var cross = new Cross();
        for (int i = 0; i < bars.Count; i++)
        {
            if (wanted != 0)
            {
                int price = bars[i].Open;
                balance += position * (price - entry) * point * units;
                balance -= Fee * units * price * point * (position == 0 ? 1 : 2);
                (position, entry, wanted) = (wanted, price, 0);
            }

            wanted = cross.Next(bars.Close, i);
        }

        return balance + (position * (bars[bars.Count - 1].Close - entry) * point * units);
    }

    /// <summary>+1 or -1 on the close where the means cross, else 0.</summary>
    private struct Cross
    {
        private long _fast;
        private long _slow;
        private int _state;

        public int Next(ReadOnlySpan<int> closes, int i)
        {
            _fast += closes[i] - (i >= Fast ? closes[i - Fast] : 0);
            _slow += closes[i] - (i >= Slow ? closes[i - Slow] : 0);
            if (i < Slow - 1)
            {
                return 0;
            }

            // Means compared as products of sums, so that equality is exact.
            int state = Math.Sign((_fast * Slow) - (_slow * Fast));
            if (state == 0 || state == _state)
            {
                return 0;
            }

            bool isFirst = _state == 0;
            _state = state;
            return isFirst ? 0 : state;
        }
    }

    private sealed class Silence : IMatchingListener
    {
    }
}
