using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Runs strategies again with other futures: their signals, the rules and inputs they state, and their fills must stay the same up to the cut.</summary>
internal sealed class LookAheadCheck
{
    private readonly BacktestPlan _plan;
    private readonly BarSeries _bars;
    private readonly CancellationToken _cancellationToken;

    /// <param name="plan">What is judged.</param>
    /// <param name="cancellationToken">Ends it between two bars.</param>
    /// <exception cref="FormatException">It is more than one instrument on its own bars.</exception>
    public LookAheadCheck(BacktestPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Inputs is not [{ Ticks: null, Lower: null } input])
        {
            throw new FormatException("The look-ahead test judges one instrument on its own bars; leave ticks, lower bars and further symbols out.");
        }

        // What is closed because the bars end is no decision of a strategy.
        _plan = plan.With(request => request with { CloseAtEnd = false });
        (_bars, _cancellationToken) = (input.Bars, cancellationToken);
    }

    /// <summary>The first difference at the usual cuts.</summary>
    public LookAheadResult Run()
    {
        IReadOnlyList<int> cuts = LookAheadComparison.Cuts(_bars.Count);
        return new LookAheadResult(cuts, Differences(cuts).FirstOrDefault());
    }

    /// <summary>Of each cut, the first bar that differs: first with the bars after it left out, then with noise in their place.</summary>
    /// <param name="cuts">First bars that are changed.</param>
    /// <param name="progress">Told the number of cuts done.</param>
    public IEnumerable<LookAheadDifference> Differences(IReadOnlyList<int> cuts, IProgress<int>? progress = null)
    {
        (Observation seen, IReadOnlyList<ObservedFill> fills) whole = Observe(_bars);
        for (int i = 0; i < cuts.Count; i++)
        {
            int cut = cuts[i];
            LookAheadDifference? difference =
                Difference(whole, _bars.Slice(0, cut), cut, LookAheadTrial.Truncated)
                ?? Difference(whole, NoisyFuture.Of(_bars, cut, (ulong)(_plan.Request.Terms.Seed + cut)), cut, LookAheadTrial.Noise);
            progress?.Report(i + 1);
            if (difference is not null)
            {
                yield return difference;
            }
        }
    }

    private LookAheadDifference? Difference((Observation Seen, IReadOnlyList<ObservedFill> Fills) whole, BarSeries changed, int cut, LookAheadTrial trial)
    {
        (Observation seen, IReadOnlyList<ObservedFill> fills) = Observe(changed);
        string[] names = [.. whole.Seen.Names.Union(seen.Names, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return LookAheadComparison.FirstDifference(whole.Seen.ToRun(names, whole.Fills), seen.ToRun(names, fills), cut, trial);
    }

    private (Observation Seen, IReadOnlyList<ObservedFill> Fills) Observe(BarSeries bars)
    {
        BacktestSetup setup = _plan.WithBars(bars).Setup([], out _);
        var seen = new Observation(bars.Count);
        StrategyView view = setup.Markets[0].Views[0];
        bool isAlone = view.Strategies.Count == 1;
        StrategyView observed = view with
        {
            Strategies = [.. view.Strategies.Select(s => s with { Strategy = new ObservedStrategy(s.Strategy, seen, isAlone ? "" : $"{s.Id}: ") })],
        };
        BacktestResult result = BacktestExecution.Run(
            setup with { Markets = [setup.Markets[0] with { Views = [observed] }] }, progress: null, _cancellationToken);
        return (seen, [.. result.Record.Fills.Select(f => new ObservedFill(result.Record.Curve.BarAt(f.Time), OrderListHash.Line(0, f)))]);
    }
}
