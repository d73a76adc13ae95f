using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>Runs strategies over recorded prices on the matching engine: the same strategy contract and the same fills as paper, at the speed of the machine.</summary>
/// <remarks>
/// One strategy on one series of bars takes the tight path: it walks a stretch ahead of the engine, which follows at the latest when the strategy
/// looks at what is open, and passes in one go over the bars on which nothing happens. Everything else takes the general path, bar by bar. Both give the same fills. With a risk gate it is the session of paper
/// trading that runs.
/// </remarks>
public sealed class Backtest
{
    private readonly IBacktestRunner _runner;

    /// <summary>A run that is ready to start.</summary>
    /// <param name="setup">What is run. Its strategies are used up by it.</param>
    /// <param name="alwaysGeneral">Takes the general path even where the tight one could be taken.</param>
    /// <exception cref="ArgumentException">The setup does not fit together.</exception>
    public Backtest(BacktestSetup setup, bool alwaysGeneral = false)
    {
        BacktestCheck.Require(setup);
        _runner = setup.Gate is { } gate ? new GatedRunner(setup, gate)
            : !alwaysGeneral && TightRunner.Fits(setup) ? new TightRunner(setup)
            : new GeneralRunner(setup);
    }

    /// <summary>Id of the strategy whose code is running at this moment, with the bar it sees; null between the calls. May be read from any thread.</summary>
    public (string Strategy, DateTime Bar)? Calling => _runner.Calling;

    /// <summary>Runs to the end.</summary>
    /// <param name="progress">Told the number of bars done, now and then.</param>
    /// <param name="cancellationToken">Stops between two bars.</param>
    public BacktestResult Run(IProgress<int>? progress = null, CancellationToken cancellationToken = default) => _runner.Run(progress, cancellationToken);

    /// <summary>Fingerprint of the fills of a result.</summary>
    public static string HashOf(IReadOnlyList<SimulatedFill> fills)
    {
        using var hash = new OrderListHash();
        foreach (SimulatedFill fill in fills)
        {
            hash.Add(fill);
        }

        return hash.Current();
    }
}
