using System.Diagnostics;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Backtesting.Sweeps;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Replays;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Runs what was planned. A strategy that does not come back costs the run and no more.</summary>
/// <param name="plan">What is run.</param>
/// <param name="loading">Time that reading plugins and prices took.</param>
internal sealed class BacktestExecution(BacktestPlan plan, TimeSpan loading)
{
    /// <summary>Bars of all instruments: what progress counts up to.</summary>
    public int Bars { get; } = (int)Math.Min(int.MaxValue, plan.Inputs.Sum(i => (long)i.Bars.Count));

    /// <summary>Runs it.</summary>
    /// <param name="progress">Told the number of bars done, now and then.</param>
    /// <param name="cancellationToken">Ends it between two bars, or in a call that does not come back.</param>
    /// <exception cref="FormatException">Its parts do not fit together.</exception>
    /// <exception cref="Plugins.PluginException">A strategy did not come back.</exception>
    public BacktestOutcome Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        BacktestSetup setup = plan.Setup([], out JournalArray strategies);
        long started = Stopwatch.GetTimestamp();
        BacktestResult result = Run(setup, progress, cancellationToken);
        return new BacktestOutcome(plan, strategies, result, loading, Stopwatch.GetElapsedTime(started), []);
    }

    /// <summary>Runs one setup.</summary>
    /// <param name="setup">What is run. Its strategies are used up by it.</param>
    /// <param name="progress">Told the number of bars done, now and then.</param>
    /// <param name="cancellationToken">Ends it between two bars, or in a call that does not come back.</param>
    /// <exception cref="FormatException">Its parts do not fit together.</exception>
    /// <exception cref="Plugins.PluginException">A strategy did not come back.</exception>
    public static BacktestResult Run(BacktestSetup setup, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var run = Fitting.Of(() => new Backtest(setup));
        return new ReplayWatch(ReplayWatch.UsualLimit).Run("backtest", stopping => run.Run(progress, stopping), () => Position(setup, run), cancellationToken);
    }

    /// <summary>Runs a sweep.</summary>
    /// <param name="setup">What is swept.</param>
    /// <param name="progress">Told the number of trials done.</param>
    /// <param name="cancellationToken">Stops between two trials, or in a call that does not come back.</param>
    /// <exception cref="Plugins.PluginException">A strategy did not come back.</exception>
    public static SweepResult Run(SweepSetup setup, IProgress<int>? progress, CancellationToken cancellationToken) => new ReplayWatch(ReplayWatch.UsualLimit).Run(
        "sweep",
        stopping => SweepRunner.Run(setup, progress, stopping),
        () => setup.Running.Oldest is { } oldest ? Position(oldest.Setup, oldest.Run) : default,
        cancellationToken);

    private static ReplayPosition Position(BacktestSetup setup, Backtest run) => run.Calling is { } calling
        ? new ReplayPosition(
            calling.Bar,
            $"strategy {calling.Strategy}",
            setup.Markets.SelectMany(m => m.Views).SelectMany(v => v.Strategies).First(s => s.Id == calling.Strategy).Interrupt)
        : default;
}
