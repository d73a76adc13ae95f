using System.Text.Json.Nodes;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.CostStress;
using OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;
using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;
using OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Robustness.Significance;
using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Tests.Backtesting.Support;

/// <summary>Reports to write and look at.</summary>
internal static class SampleReports
{
    /// <summary>Of a run, with as little else as there may be.</summary>
    public static BacktestReport Of(RunRecord run) => new()
    {
        EngineVersion = "0.1.0",
        Inputs = [new ReportedInput("EURUSD_H1.csv", run.Curve.Count, Runs.Start, Runs.Start.AddDays(3), new string('a', 64))],
        Config = new JsonObject { ["cash"] = 1_000_000, ["commission"] = new JsonObject { ["notional"] = 0.00007m }, ["seed"] = 0 },
        Strategy = new ReportedStrategy("sma-cross", "0.1.0", new JsonObject { ["fast"] = 10, ["slow"] = 30 }),
        Assumptions = new ReportedAssumptions
        {
            Account = new AccountOptions { InitialCash = (decimal)run.Curve.InitialCash, Mode = AccountMode.Netting },
            Matching = new MatchingOptions(),
            Spread = "none",
            Slippage = "none",
            Commission = "0.007 % of the traded value",
            Swap = "none",
        },
        Summary = new RunSummary(run),
    };

    /// <summary>W1 with its prices and everything that can be done to find out whether it can be trusted.</summary>
    public static BacktestReport W1() => Of(GoldenRecords.W1) with
    {
        Markets = [new ReportedMarket("H1", GoldenRecords.W1Bars)],
        Robustness = Robustness(),
        Warnings = [new ReportedWarning("gaps", "EURUSD H1: 312 gaps of more than an hour on trading days, the longest 26 h from 2011-12-25 21:00.", 312)],
    };

    /// <summary>Case c with its prices.</summary>
    public static BacktestReport CaseC() => Of(GoldenRecords.CaseC) with
    {
        Strategy = new ReportedStrategy("sma-cross", "0.1.0", new JsonObject { ["fast"] = 20, ["slow"] = 50 }),
        Markets = [new ReportedMarket("H4", GoldenRecords.CaseCBars)],
    };

    private static RobustnessResults Robustness()
    {
        TrialSet trials = GoldenGrid.Once.Trials;
        double[] nets = [.. GoldenRecords.W1.Trades.Select(t => t.Net)];
        double[] days = [.. DailyReturns.Of(GoldenRecords.W1.Curve).Select(d => d.Return)];
        return new RobustnessResults
        {
            Overfitting = Cscv.Run(trials),
            DeflatedSharpe = DeflatedSharpe.Of(trials),
            MinimumBacktestLength = MinimumBacktestLength.Of(trials.Count, 1),
            WalkForwards =
            [
                WalkForwardAnalysis.Run(new WalkForwardPlan(5000, 1250, WalkForwardMode.Rolling), new SlicedTrials(trials)),
                WalkForwardAnalysis.Run(new WalkForwardPlan(5000, 1250, WalkForwardMode.Anchored), new SlicedTrials(trials)),
            ],
            MonteCarlo =
            [
                MonteCarloSimulation.Run(new TradeShuffle(1_000_000, nets), 1000, 20240101),
                MonteCarloSimulation.Run(new BlockBootstrap(1_000_000, days, 20), 1000, 777),
                MonteCarloSimulation.Run(new SkippedTrades(1_000_000, nets, 0.1), 1000, 5),
            ],
            Sensitivity = ParameterSensitivity.Of(
                GoldenGrid.Grid, [.. Enumerable.Range(0, trials.Count).Select(i => trials[i].Final - trials.InitialCash)]),
            CostStress = [.. CostScenario.All.Select(s => CostStressRow.Of(s, new RunSummary(GoldenRecords.W1)))],
            LookAhead = new LookAheadResult(LookAheadComparison.Cuts(GoldenRecords.W1.Curve.Count), null),
        };
    }
}
