namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>A way through the bars of a run.</summary>
internal interface IBacktestRunner
{
    /// <summary>Id of the strategy whose code is running at this moment, with the bar it sees; null between the calls. May be read from any thread.</summary>
    (string Strategy, DateTime Bar)? Calling { get; }

    /// <summary>Runs to the end.</summary>
    BacktestResult Run(IProgress<int>? progress, CancellationToken cancellationToken);
}
