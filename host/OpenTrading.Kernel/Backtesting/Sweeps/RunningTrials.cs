using System.Collections.Concurrent;
using OpenTrading.Kernel.Backtesting.Runs;

namespace OpenTrading.Kernel.Backtesting.Sweeps;

/// <summary>The trials of a sweep that run at this moment, for whoever watches that they come back.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class RunningTrials
{
    private readonly ConcurrentDictionary<long, (Backtest Run, BacktestSetup Setup)> _running = [];
    private long _started;

    /// <summary>The trial that has run longest; null when none runs. One that never ends is it sooner or later.</summary>
    public (Backtest Run, BacktestSetup Setup)? Oldest
    {
        get
        {
            long oldest = long.MaxValue;
            (Backtest, BacktestSetup)? found = null;
            foreach ((long number, (Backtest, BacktestSetup) trial) in _running)
            {
                if (number < oldest)
                {
                    (oldest, found) = (number, trial);
                }
            }

            return found;
        }
    }

    internal BacktestResult Run(BacktestSetup setup, CancellationToken cancellationToken)
    {
        var run = new Backtest(setup);
        long number = Interlocked.Increment(ref _started);
        _running[number] = (run, setup);
        try
        {
            return run.Run(progress: null, cancellationToken);
        }
        finally
        {
            _running.TryRemove(number, out _);
        }
    }
}
