using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Backtesting.Sweeps;
using OpenTrading.Kernel.Tests.Backtesting.Running;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Kernel.Tests.Backtesting.Sweeping;

public sealed class SweepRunnerTests : IDisposable
{
    private static readonly ParameterGrid Grid = new(
    [
        new ParameterAxis("fast", [2, 4, 6, 40]), new ParameterAxis("slow", [45, 55, 65]),
    ]);

    private static readonly Lazy<BacktestMarket> Market = new(() => RunBench.Market(
        MarketFiles.Bars("EURUSD", Timeframe.H1, 20_000), RunBench.Eurusd, [], SpreadModel.None, costs => costs with { Commission = new Commission(NotionalFraction: 0.00007m) }));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private int _made;

    private string Path => System.IO.Path.Combine(_folder.FullName, "sweep.log");

    public void Dispose() => _folder.Delete(recursive: true);

    [MarketDataFact("EURUSD_H1.csv")]
    public void Run_AnyNumberOfThreads_GivesTheGoldenEquities()
    {
        SweepResult one = SweepRunner.Run(Setup() with { Threads = 1 }, null, CancellationToken.None);
        SweepResult many = SweepRunner.Run(Setup() with { Threads = 4 }, null, CancellationToken.None);

        Assert.Equal(one.Trials, many.Trials);

        // Index 0 and 381 of the reference grid: (2, 45) and (40, 55).
        Assert.Equal((982388.045360, 1058), (Math.Round(one.Trials[0].FinalEquity, 6), one.Trials[0].Fills));
        Assert.Equal(1041715.192340, one.Ranked().First().FinalEquity, 1e-6);
        Assert.Equal([40, 55], Grid.Values(one.Ranked().First().Cell));
    }

    [MarketDataFact("EURUSD_H1.csv")]
    public void Run_KeepingCurvesOrNot_RanksAlike()
    {
        SweepResult kept = SweepRunner.Run(Setup() with { KeepCurves = true }, null, CancellationToken.None);

        Assert.Equal(SweepRunner.Run(Setup(), null, CancellationToken.None).Trials, kept.Trials);
        Assert.Equal(kept.Trials.Select(t => t.FinalEquity), kept.Curves.Select(c => c.Final));
    }

    [MarketDataFact("EURUSD_H1.csv")]
    public void Run_CutShort_GoesOnWhereItStopped()
    {
        SweepResult whole = SweepRunner.Run(Setup(), null, CancellationToken.None);
        using (SweepLog log = SweepLog.Open(Path, "f"))
        {
            foreach (Trial trial in whole.Trials.Take(7))
            {
                log.Add(trial);
            }
        }

        File.AppendAllText(Path, "8\t1.5\t99");
        _made = 0;
        using SweepLog again = SweepLog.Open(Path, "f");
        SweepResult resumed = SweepRunner.Run(Setup() with { Log = again }, null, CancellationToken.None);

        Assert.Equal((7, 5), (again.Resumed, _made));
        Assert.Equal(whole.Trials, resumed.Trials);
    }

    [Fact]
    public void Log_OfAnotherSweep_IsNotTaken()
    {
        using (SweepLog log = SweepLog.Open(Path, "first"))
        {
            log.Add(new Trial(1, 2, 3, 4, 5));
        }

        using SweepLog other = SweepLog.Open(Path, "second");

        Assert.Equal(0, other.Resumed);
        Assert.Null(other.Find(1));
    }

    [Fact]
    public void Log_KeepsTrialsToTheLastBit()
    {
        var trial = new Trial(3, 0.1 + 0.2, 1e6 / 3, 12, 11, "threw\ta fit");
        using (SweepLog log = SweepLog.Open(Path, "f"))
        {
            log.Add(trial);
        }

        using SweepLog again = SweepLog.Open(Path, "f");

        Assert.Equal(trial with { Failure = "threw a fit" }, again.Find(3));
    }

    private SweepSetup Setup() => new()
    {
        Grid = Grid,
        Search = new GridSearch(Grid),
        Objective = MetricCatalog.Named("netProfit"),
        Make = values =>
        {
            Interlocked.Increment(ref _made);
            BacktestMarket market = Market.Value;
            StrategyView view = market.Views[0] with { Strategies = [new("cross", new CrossStrategy((int)values[0], (int)values[1]))] };
            return new BacktestSetup
            {
                Account = new AccountOptions { InitialCash = 1_000_000, Mode = AccountMode.Netting },
                Sizer = OpenTrading.Kernel.Sizing.SizerSpec.Parse("units:100000"),
                Markets = [market with { Views = [view] }],
            };
        },
    };
}
