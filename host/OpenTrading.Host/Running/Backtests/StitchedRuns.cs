using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Joins runs over ranges that follow each other to one: what a trader's account would have shown who changed parameters at every edge.</summary>
internal static class StitchedRuns
{
    /// <summary>One run of all. Each began flat with the same cash; a position that was open at an edge counts with its value there.</summary>
    /// <param name="runs">The runs, in order, their curves beginning with their ranges.</param>
    public static BacktestResult Join(IReadOnlyList<BacktestResult> runs)
    {
        double cash = runs[0].Record.Curve.InitialCash;
        (double equityBefore, double balanceBefore) = (cash, cash);
        (long fillsBefore, long positionsBefore) = (0, 0);
        var times = new List<long>();
        var equity = new List<double>();
        var fills = new List<SimulatedFill>();
        var trades = new List<SimulatedTrade>();
        foreach (RunRecord run in runs.Select(r => r.Record))
        {
            (long shift, long positions) = (fillsBefore, positionsBefore);
            double before = equityBefore - cash;
            times.AddRange(run.Curve.Times);
            foreach (double value in run.Curve.Equity)
            {
                equity.Add(value + before);
            }

            fills.AddRange(run.Fills.Select(f => f with { Sequence = f.Sequence + shift, PositionId = f.PositionId + positions }));
            trades.AddRange(run.Trades.Select(t => t with { ExitSequence = t.ExitSequence + shift, PositionId = t.PositionId + positions }));
            equityBefore += run.Curve.Final - cash;
            balanceBefore += run.FinalBalance - cash;
            fillsBefore += run.Fills.Count;
            positionsBefore += run.Fills.Count == 0 ? 0 : run.Fills.Max(f => f.PositionId);
        }

        return new BacktestResult
        {
            Record = new RunRecord
            {
                Currency = runs[0].Record.Currency,
                Curve = new EquityCurve(cash, times.ToArray(), [.. equity]),
                FinalBalance = balanceBefore,
                Fills = fills,
                Trades = trades,
                BarsInMarket = runs.Sum(r => r.Record.BarsInMarket),
                SwapAccrued = runs.Sum(r => r.Record.SwapAccrued),
            },
            Fills = runs.Sum(r => r.Fills),
            Trades = runs.Sum(r => r.Trades),
            Rejections = [.. runs.SelectMany(r => r.Rejections)],
            Events = runs.Select(r => r.Events).Aggregate((a, b) => new RunEvents(
                a.Rejected + b.Rejected, a.Cancelled + b.Cancelled, a.Expired + b.Expired, a.MarginCalls + b.MarginCalls, a.StopOuts + b.StopOuts)),
            Refused = ReasonTally.Join(runs.SelectMany(r => r.Refused)),
            Skipped = ReasonTally.Join(runs.SelectMany(r => r.Skipped)),
            Failed = [.. runs.SelectMany(r => r.Failed)],
            FallbackBars = runs.Sum(r => r.FallbackBars),
        };
    }
}
