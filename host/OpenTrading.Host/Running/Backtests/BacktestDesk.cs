using System.Diagnostics;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Backtesting.Sweeps;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Backtests of one request, with the plugins of the home and prices that are read once.</summary>
internal sealed class BacktestDesk : IDisposable
{
    private readonly HomeFolder _home;
    private readonly PluginSet _plugins;
    private readonly BacktestPlan _plan;
    private readonly TimeSpan _loading;

    /// <summary>Loads plugins and prices.</summary>
    public BacktestDesk(HostConfiguration configuration, HomeFolder home, BacktestRequest request, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        _home = home;
        IBarStore store = Store(configuration, home, request);
        _plugins = HostPlugins.Load(ref configuration, home, TimeProvider.System, new PluginNeeds(request.Strategies, request.File is not null));
        try
        {
            _plan = BacktestPlan.Prepare(configuration, _plugins.Catalog, store, new PriceReader(configuration, _plugins.Catalog, store), request, cancellationToken);
        }
        catch
        {
            _plugins.Dispose();
            throw;
        }

        _loading = Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Plugins that could not be loaded.</summary>
    public IReadOnlyList<string> NotLoaded => _plugins.Catalog.Faults;

    /// <summary>Runs it once.</summary>
    /// <param name="benchmark">Runs more, of the engine alone, to measure; 0 for none.</param>
    /// <param name="underProgress">Runs work of so many bars under a progress bar.</param>
    /// <param name="cancellationToken">Ends it between two bars.</param>
    public BacktestOutcome Run(int benchmark, Func<int, Func<IProgress<int>?, BacktestResult>, BacktestResult> underProgress, CancellationToken cancellationToken)
    {
        var execution = new BacktestExecution(_plan, _loading);
        BacktestOutcome? outcome = null;
        underProgress(execution.Bars, progress => (outcome = execution.Run(progress, cancellationToken)).Result);
        return outcome! with { Benchmark = Measure(benchmark, cancellationToken) };
    }

    /// <summary>Doubts what came out.</summary>
    /// <returns>The results; null when nothing is asked.</returns>
    public RobustnessResults? Doubt(BacktestOutcome outcome, RobustnessRequest request, CancellationToken cancellationToken) =>
        new RobustnessChecks(_plan, cancellationToken).Of(outcome, request);

    /// <summary>Runs it with many parameters.</summary>
    /// <param name="request">Which.</param>
    /// <param name="underProgress">Runs work of so many trials under a progress bar.</param>
    /// <param name="cancellationToken">Ends it between two trials; the next equal sweep goes on from there.</param>
    public SweepOutcome Sweep(SweepRequest request, Func<int, Func<IProgress<int>?, SweepResult>, SweepResult> underProgress, CancellationToken cancellationToken) =>
        new SweepExecution(_plan.ForManyRuns(), _home.Reports).Run(request, _loading, underProgress, cancellationToken);

    public void Dispose() => _plugins.Dispose();

    // Prices are read while plugins are loaded: each takes one processor.
    private static IBarStore Store(HostConfiguration configuration, HomeFolder home, BacktestRequest request)
    {
        var store = new SeriesStore(home.Store);
        IEnumerable<SeriesKey> keys = request.Symbols.Where(configuration.Instruments.ContainsKey).Select(s => new SeriesKey(s, request.Timeframe));
        return request.File is null ? new ReadAhead(store, keys, request.From, request.To) : store;
    }

    // The same object code again and again in one process: the first runs are compiled on the way and say little.
    private List<TimeSpan> Measure(int runs, CancellationToken cancellationToken)
    {
        var times = new List<TimeSpan>();
        for (int i = 0; i < runs; i++)
        {
            var run = new Backtest(_plan.Setup([], out _));
            GC.Collect();
            long started = Stopwatch.GetTimestamp();
            run.Run(progress: null, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        return times;
    }
}
