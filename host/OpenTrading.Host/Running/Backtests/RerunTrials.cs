using System.Collections.Concurrent;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>
/// Combinations of parameters that are run anew over every range, flat at its first bar. The bars before it warm the strategy up, and nothing it wants
/// there counts. Slower than slices of one run, and no position crosses the edge of a window.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class RerunTrials : IWalkForwardCandidates
{
    private readonly BacktestPlan _plan;
    private readonly IReadOnlyList<IReadOnlyList<string>> _combinations;
    private readonly int _warmup;
    private readonly IProgress<int>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly ConcurrentDictionary<IndexRange, BacktestPlan> _cuts = [];
    private int _done;

    /// <param name="plan">What is run.</param>
    /// <param name="combinations">Parameters of each candidate, as <c>NAME=VALUE</c>.</param>
    /// <param name="progress">Told the number of runs done.</param>
    /// <param name="cancellationToken">Ends it between two bars.</param>
    /// <exception cref="FormatException">It is more than one instrument on its own bars.</exception>
    public RerunTrials(BacktestPlan plan, IReadOnlyList<IReadOnlyList<string>> combinations, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        if (plan.Inputs is not [{ Ticks: null, Lower: null }])
        {
            throw new FormatException("A walk-forward that runs every window anew takes one instrument on its own bars; leave ticks, lower bars and further symbols out.");
        }

        (_plan, _combinations, _progress, _cancellationToken) = (plan, combinations, progress, cancellationToken);
        _warmup = Math.Max(plan.WarmupBars, combinations.Max(Warmup));
    }

    /// <inheritdoc/>
    public int Count => _combinations.Count;

    /// <inheritdoc/>
    public int Bars => Series.Count;

    /// <inheritdoc/>
    public double InitialCash => (double)_plan.Account.InitialCash;

    private BarSeries Series => _plan.Inputs[0].Bars;

    /// <inheritdoc/>
    public double Profit(int candidate, IndexRange range) => Curve(candidate, range).Final - InitialCash;

    /// <inheritdoc/>
    public IReadOnlyList<double> Profits(int candidate, IndexRange range)
    {
        EquityCurve curve = Curve(candidate, range);
        return [.. Enumerable.Range(0, curve.Count).Select(i => curve.Profit(i, i + 1))];
    }

    /// <summary>Runs a candidate over a range.</summary>
    /// <param name="candidate">Which.</param>
    /// <param name="range">Bars on which it may trade.</param>
    /// <param name="strategies">What was built with which parameters.</param>
    /// <returns>What came of it; its curve begins with the range.</returns>
    public BacktestResult Run(int candidate, IndexRange range, out JournalArray strategies)
    {
        int first = Math.Max(0, range.From - _warmup);
        BacktestPlan cut = _cuts.GetOrAdd(new IndexRange(first, range.To), part => _plan.WithBars(Series.Slice(part.From, part.To)));
        BacktestSetup setup = cut.Setup(_combinations[candidate], out strategies) with { TradeFrom = Series[range.From].Time };
        BacktestResult result = BacktestExecution.Run(setup, progress: null, _cancellationToken);
        _progress?.Report(Interlocked.Increment(ref _done));
        EquityCurve whole = result.Record.Curve;
        int skipped = range.From - first;
        return result with { Record = result.Record with { Curve = new EquityCurve(whole.InitialCash, whole.Times[skipped..].ToArray(), whole.Equity[skipped..].ToArray()) } };
    }

    private EquityCurve Curve(int candidate, IndexRange range) => Run(candidate, range, out _).Record.Curve;

    private int Warmup(IReadOnlyList<string> combination) =>
        _plan.Setup(combination, out _).Markets[0].Views[0].Strategies.Max(s => Math.Clamp(s.Strategy.WarmupBars, 0, 100_000));
}
