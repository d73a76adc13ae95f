using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Kernel.Tests.Backtesting.Support;

/// <summary>W2 on the first 20,000 bars: 400 pairs of averages, each run through the matching engine.</summary>
internal sealed class GoldenGrid
{
    private const int Bars = 20_000;
    private static readonly Lazy<GoldenGrid> Made = new(() => new GoldenGrid());

    private GoldenGrid()
    {
        var bars = PointBars.From(Instruments.Eurusd, MarketFiles.Bars("EURUSD", Timeframe.H1, Bars), SpreadModel.None);
        var closes = new long[Bars + 1];
        for (int i = 0; i < Bars; i++)
        {
            closes[i + 1] = closes[i] + bars[i].Close;
        }

        long[] times = [.. Enumerable.Range(0, Bars).Select(i => bars[i].Time)];
        var curves = new EquityCurve[Grid.Count];
        int[] fills = new int[Grid.Count];
        Parallel.For(0, Grid.Count, index =>
        {
            var counter = new FillCounter();
            IReadOnlyList<double> pair = Grid.Values(index);
            curves[index] = new EquityCurve(1_000_000, times, Run(bars, closes, (int)pair[0], (int)pair[1], counter));
            fills[index] = counter.Fills;
        });
        (Trials, Fills) = (new TrialSet(curves), fills);
    }

    public static GoldenGrid Once => Made.Value;

    public static ParameterGrid Grid { get; } = new(
    [
        new ParameterAxis("fast", [.. Enumerable.Range(1, 20).Select(i => 2.0 * i)]),
        new ParameterAxis("slow", [.. Enumerable.Range(0, 20).Select(i => 45.0 + (10 * i))]),
    ]);

    public static JsonElement Golden { get; } = File.Exists(GoldenFile) ? JsonDocument.Parse(File.ReadAllText(GoldenFile)).RootElement : default;

    public TrialSet Trials { get; }

    public IReadOnlyList<int> Fills { get; }

    private static string GoldenFile => ReferenceFiles.Reference("backtest", "overfitting.json");

    private static double[] Run(PointBars bars, long[] closes, int fast, int slow, FillCounter counter)
    {
        var engine = new MatchingEngine(
            new AccountOptions { InitialCash = 1_000_000, Mode = AccountMode.Netting },
            new MatchingOptions(),
            [new InstrumentSetup { Instrument = Instruments.Eurusd, Bars = bars, Commission = new Commission(NotionalFraction: 0.00007m) }],
            counter);
        var equity = new double[Bars];
        int state = 0;
        for (int i = 0; i < Bars; i++)
        {
            engine.OnBar(0, i);
            equity[i] = engine.Equity;
            if (i < slow - 1)
            {
                continue;
            }

            long difference = ((closes[i + 1] - closes[i + 1 - fast]) * slow) - ((closes[i + 1] - closes[i + 1 - slow]) * fast);
            int next = difference == 0 ? state : Math.Sign(difference);
            if (next != state && state != 0)
            {
                engine.Place(new OrderTicket { Side = (OrderSide)next, Lots = engine.Positions.Count == 0 ? 1 : 2 });
            }

            state = next;
        }

        return equity;
    }

    private sealed class FillCounter : IMatchingListener
    {
        public int Fills { get; private set; }

        public void OnFill(in SimulatedFill fill) => Fills++;
    }
}
