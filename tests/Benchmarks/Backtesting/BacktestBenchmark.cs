using OpenTrading.Benchmarks.Harness;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Host.Plugins.Scripts.Compilation;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Benchmarks.Backtesting;

/// <summary>
/// Workload W1 on a million minutes through the public strategy contract, beside the same loop in C: once by the shipped strategy, once by a script
/// that is compiled here, so that no strategy is a special case.
/// </summary>
internal sealed class BacktestBenchmark : IBenchmark
{
    private const int Bars = 1_000_000;
    private const int Runs = 30;
    private const double LeastShareOfTheLoop = 0.2;

    public string Name => "backtest";

    public void Run(Report report)
    {
        var key = new SeriesKey("EURUSD", Timeframe.M1);
        using var workspace = new Workspace();
        workspace.Import(workspace.MinuteFile(Bars), key);
        BarSeries bars = workspace.Store.ReadBars(key);
        Instrument instrument = workspace.Configuration.Instruments[key.Symbol] with { CommissionPerLot = 0, SwapLong = 0, SwapShort = 0 };
        BacktestMarket market = Market(bars, instrument);
        string source = File.ReadAllText(Path.Combine(ReferenceFiles.RepositoryRoot, "strategies", "OpenTrading.Strategies.Classic", "SmaCross.cs"));
        Type script = Script(source.Replace("namespace OpenTrading.Strategies.Classic;", "", StringComparison.Ordinal));

        BareLoop loop = BareLoop.Run(bars, Runs, (10, 30));
        var assembly = new List<TimeSpan>();
        var compiled = new List<TimeSpan>();
        for (int i = 0; i < Runs; i++)
        {
            assembly.Add(Time(market, loop, () => workspace.Plugins.Strategy("sma-cross").Create(new Dictionary<string, string>(), out _)));
            compiled.Add(Time(market, loop, () => (Strategy)Activator.CreateInstance(script, 10, 30, 0, 0)!));
        }

        report.Add("backtest W1: loop in C, a million bars", "ms", [loop.Best.TotalMilliseconds, loop.Median.TotalMilliseconds]);
        report.Add("backtest W1: sma-cross of the assembly", "ms", assembly.Skip(Runs / 3).Select(t => t.TotalMilliseconds));
        report.Add("backtest W1: sma-cross as a script", "ms", compiled.Skip(Runs / 3).Select(t => t.TotalMilliseconds));
        report.Add("backtest W1: share of the loop, assembly", "ratio", assembly.Skip(Runs / 3).Select(t => loop.Median / t), Limit.AtLeast(LeastShareOfTheLoop));
        report.Add("backtest W1: share of the loop, script", "ratio", compiled.Skip(Runs / 3).Select(t => loop.Median / t), Limit.AtLeast(LeastShareOfTheLoop));
    }

    private static BacktestMarket Market(BarSeries bars, Instrument instrument) => new()
    {
        Setup = new InstrumentSetup
        {
            Instrument = instrument, Bars = PointBars.From(instrument, bars, SpreadModel.None), Commission = new Commission(NotionalFraction: 0.00007m), BarLength = bars.Timeframe.Length(),
        },
        Timeframe = bars.Timeframe,
        Views = [new StrategyView(bars, StrategyView.RowsOf(bars), [])],
    };

    private static TimeSpan Time(BacktestMarket market, BareLoop loop, Func<Strategy> create)
    {
        StrategyView view = market.Views[0] with { Strategies = [new NamedStrategy("sma-cross", create())] };
        var run = new Backtest(new BacktestSetup
        {
            Account = new AccountOptions { InitialCash = 1_000_000, Mode = AccountMode.Netting },
            Sizer = SizerSpec.Parse("units:100000"),
            Markets = [market with { Views = [view] }],
        });
        BacktestResult? result = null;
        GC.Collect();
        TimeSpan time = Lap.Of(() => result = run.Run()).Wall;
        if (result!.Record.Fills.Count != loop.Fills || Math.Abs(result.Record.Curve.Final - loop.Equity) > 1e-4)
        {
            throw new InvalidOperationException(
                $"The engine ends with {result.Record.Fills.Count} fills and {result.Record.Curve.Final}, the loop with {loop.Fills} and {loop.Equity}: they do not do the same.");
        }

        return time;
    }

    private static Type Script(string source)
    {
        ScriptImage image = ScriptCompiler.Compile(new ScriptSources("sma-cross.csx", [new ScriptText("sma-cross.csx", "sma-cross.csx", source)], ""));
        using var stream = new MemoryStream(image.Assembly);
        return new PluginLoadContext("benchmark").LoadFromStream(stream).GetExportedTypes().Single(t => t.IsDefined(typeof(StrategyAttribute), inherit: false));
    }
}
